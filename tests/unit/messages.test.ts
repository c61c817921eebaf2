import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/languages";
import errorPage from "@/messages/error-page.json";
import { literalsOf, readMessages, walkMessage } from "./message-texts";

const languages = LOCALES.map((locale) => ({ locale, texts: readMessages(locale) }));
const everyText = languages.flatMap(({ locale, texts }) =>
  Object.entries(texts).map(([key, text]) => [`${locale} ${key}`, text] as const),
);
const fr = readMessages("fr");

describe("the message files", () => {
  it.each(languages)("have the same keys in $locale as in French, in the same order", ({ texts }) => {
    expect(Object.keys(texts)).toEqual(Object.keys(fr));
  });

  it.each(languages)("use the same arguments and the same tags in $locale as in French", ({ texts }) => {
    for (const [key, text] of Object.entries(fr)) {
      expect([key, ...placeholders(texts[key] ?? "")]).toEqual([key, ...placeholders(text)]);
    }
  });

  it("contain no empty text", () => {
    expect(everyText.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("have no-break spaces, and no plain ones, around French punctuation", () => {
    expect(Object.entries(fr).filter(([, text]) => !isNoBreak(literalsOf(parse(text)).join("|")))).toEqual(
      [],
    );
  });

  it("use no character that the fonts lack, and no straight apostrophe", () => {
    expect(everyText.filter(([, text]) => /\u202f|'/.test(text))).toEqual([]);
  });

  it("have the texts of the error page in every language", () => {
    for (const locale of LOCALES) {
      expect(Object.keys(errorPage[locale])).toEqual(Object.keys(errorPage.fr));
      expect(Object.values(errorPage[locale]).filter((text) => text.trim() === "")).toEqual([]);
    }
  });
});

/** Whether every sign of the French text that needs a no-break space has one. */
function isNoBreak(text: string): boolean {
  const signs = text.match(/.?[:;?!»%]/g) ?? [];
  return signs.every((sign) => sign.startsWith("\u00a0")) && !/«[^\u00a0]|n°[^\u00a0]/.test(text);
}

function placeholders(text: string): string[] {
  const found = new Set<string>();
  walkMessage(parse(text), (element) => {
    if (element.type === TYPE.select) {
      found.add(`${element.value} among ${Object.keys(element.options).sort().join(" ")}`);
    } else if (element.type === TYPE.tag) {
      found.add(`<${element.value}>`);
    } else if (element.type !== TYPE.literal && element.type !== TYPE.pound) {
      found.add(`${element.value} as ${TYPE[element.type]}`);
    }
  });
  return [...found].sort();
}
