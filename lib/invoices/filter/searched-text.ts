import { INVISIBLE_CHARACTERS, withoutInvisible } from "@/lib/invisible-text";

/**
 * Characters that a search ignores: dashes, spaces, and invisible characters. AB-123-CD, ab 123 cd and AB123CD are the
 * same. The function `folded_text` of the database ignores the same characters; a test compares the two lists.
 */
export const IGNORED_CHARACTERS =
  `- \t\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005` +
  `\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000${INVISIBLE_CHARACTERS}`;

/** Removes the characters that a search ignores. */
export function withoutIgnored(text: string): string {
  return [...text].filter((character) => !IGNORED_CHARACTERS.includes(character)).join("");
}

const LONGEST = 100;
/** Larger than `LONGEST`, because a pasted text may contain many invisible characters. */
const LONGEST_TYPED = 1_000;

/** Returns the typed search text in one line, as people see it; null when only ignored characters are left. */
export function searchedText(typed: string): string | null {
  const line = withoutInvisible(typed.slice(0, LONGEST_TYPED))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
    .trim();
  return withoutIgnored(line) === "" ? null : line;
}
