import { readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";

interface Catalogue {
  [key: string]: string | Catalogue;
}

const fr = flatten(read("fr"));
const en = flatten(read("en"));

describe("the message files", () => {
  it("say the same things in both languages, in the same order", () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
  });

  it("use the same values and the same marks in both languages", () => {
    for (const [key, text] of Object.entries(fr)) {
      expect([key, ...placeholders(en[key] ?? "")]).toEqual([key, ...placeholders(text)]);
    }
  });

  it("leave no text empty", () => {
    const empty = Object.entries({ ...fr, ...en }).filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("put a no-break space, never a plain one, around French punctuation", () => {
    expect(Object.entries(fr).filter(([, text]) => !isNoBreak(withoutSyntax(text)))).toEqual([]);
  });

  it("use no character the fonts lack, and no typewriter apostrophe", () => {
    const wrong = Object.entries({ ...fr, ...en }).filter(([, text]) => /\u202f|'/.test(text));
    expect(wrong).toEqual([]);
  });
});

/** Whether every sign of the French text that wants a no-break space has one. */
function isNoBreak(text: string): boolean {
  const signs = text.match(/.?[:;?!»%]/g) ?? [];
  return signs.every((sign) => sign.startsWith("\u00a0")) && !/«[^\u00a0]|n°[^\u00a0]/.test(text);
}

/** The words of the message without ICU arguments and rich-text marks, which have their own punctuation. */
function withoutSyntax(text: string): string {
  const words: string[] = [];
  walk(parse(text), (element) => {
    if (element.type === TYPE.literal) words.push(element.value);
  });
  return words.join("|");
}

function placeholders(text: string): string[] {
  const found = new Set<string>();
  walk(parse(text), (element) => {
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

function walk(elements: MessageFormatElement[], visit: (element: MessageFormatElement) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.tag) walk(element.children, visit);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) walk(option.value, visit);
    }
  }
}

function flatten(catalogue: Catalogue, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

function read(locale: string): Catalogue {
  return JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), "utf8"));
}
