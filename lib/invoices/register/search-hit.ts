import { IGNORED_CHARACTERS } from "@/lib/invoices/filter/searched-text";

/** A part of a text: the positions of its first character and of the first one after it. */
export interface Hit {
  start: number;
  end: number;
}

/**
 * Finds a searched text in a number, a contract or a plate as the search of the list compares them: without case, spaces,
 * dashes and invisible characters. Null when the text does not contain it.
 */
export function findHit(text: string, searched: string): Hit | null {
  const { folded, places } = fold(text);
  const part = fold(searched).folded;
  const at = part === "" ? -1 : folded.indexOf(part);
  if (at < 0) return null;
  const [start, last] = [places[at], places[at + part.length - 1]];
  if (start === undefined || last === undefined) return null;
  return { start, end: last + String.fromCodePoint(text.codePointAt(last) ?? 0).length };
}

/** The text without ignored characters, in lower case, and for each of its characters the place it comes from. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!IGNORED_CHARACTERS.includes(character)) {
      const lower = character.toLowerCase();
      folded += lower;
      for (let index = 0; index < lower.length; index += 1) places.push(place);
    }
    place += character.length;
  }
  return { folded, places };
}
