import { readFileSync } from "node:fs";
import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";

interface Catalogue {
  [key: string]: string | Catalogue;
}

/** The unparsed messages of a language, by full key such as `register.title`. */
export function readMessages(locale: string): Record<string, string> {
  const file = new URL(`../../messages/${locale}.json`, import.meta.url);
  return flatten(JSON.parse(readFileSync(file, "utf8")));
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

/** The texts of a message without ICU arguments and rich-text tags, which have their own punctuation. */
export function literalsOf(elements: MessageFormatElement[]): string[] {
  const words: string[] = [];
  walkMessage(elements, (element) => {
    if (element.type === TYPE.literal) words.push(element.value);
  });
  return words;
}

/** Visits every part of a message, also inside its choices and tags. */
export function walkMessage(
  elements: MessageFormatElement[],
  visit: (element: MessageFormatElement) => void,
): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.tag) walkMessage(element.children, visit);
    if (element.type === TYPE.select || element.type === TYPE.plural)
      for (const option of Object.values(element.options)) walkMessage(option.value, visit);
  }
}
