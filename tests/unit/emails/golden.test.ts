import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { MAIL_SAMPLES } from "@/lib/mails/kinds/mail-kinds";
import { inLocale } from "./mail-variants";

// UPDATE_GOLDEN=1 npx vitest run tests/unit/emails/golden.test.ts rewrites them: check the difference.
const folder = new URL("golden/", import.meta.url);
const isUpdate = process.env.UPDATE_GOLDEN === "1";

/** For these the HTML is kept too, formatted for reading; for all mails the text part is kept. */
const WITH_HTML = ["activation", "digest"];

describe("the mails equal the files that were last reviewed", () => {
  for (const sample of MAIL_SAMPLES) {
    it.each(["fr", "en"] as const)(`${sample.name} in %s`, async (locale) => {
      const { subject, html, text } = inLocale(sample, locale).render();
      expectGolden(`${sample.name}.${locale}.txt`, `${subject}\n\n${text}`);
      if (locale === "fr" && WITH_HTML.includes(sample.name)) {
        const options = await resolveConfig(new URL("x.html", folder));
        expectGolden(`${sample.name}.html`, await format(html, { ...options, parser: "html" }));
      }
    });
  }

  it("there is no file of a mail that no longer exists", () => {
    const names = new Set(MAIL_SAMPLES.map(({ name }) => name));
    expect(readdirSync(folder).filter((file) => !names.has(file.split(".")[0] ?? ""))).toEqual([]);
  });
});

function expectGolden(file: string, content: string): void {
  const path = new URL(file, folder);
  if (isUpdate) writeFileSync(path, content);
  expect(existsSync(path) ? readFileSync(path, "utf8") : null, file).toBe(content);
}
