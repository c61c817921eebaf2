import { expect, test } from "vitest";
import { LOCALES } from "@/lib/languages";
import { PREVIEWED_MAILS } from "@/lib/settings/preview-mail";
import { MESSAGES } from "@/messages/messages";

test.each(LOCALES)("each of several samples of a kind has a name of its own in %s", (locale) => {
  const variants: Record<string, string> = MESSAGES[locale].console.settings.preview.variants;
  for (const { kind, name } of PREVIEWED_MAILS) {
    const siblings = PREVIEWED_MAILS.filter((sample) => sample.kind === kind);
    if (siblings.length === 1) continue;
    expect(variants, name).toHaveProperty([name]);
    const same = siblings.filter((sample) => variants[sample.name] === variants[name]);
    expect(same.map((sample) => sample.name)).toEqual([name]);
  }
});

test.each(LOCALES)("there is no name of a sample that does not exist in %s", (locale) => {
  const names = PREVIEWED_MAILS.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(Object.keys(MESSAGES[locale].console.settings.preview.variants)),
  );
});
