/** Characters that a search ignores: AB-123-CD, ab 123 cd and AB123CD are the same. */
export const IGNORED_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212 \t\u00a0\u2007\u2009\u202f";

const LONGEST = 100;

/** Returns the typed search text in one line; null when only ignored characters are left. */
export function searchedText(typed: string): string | null {
  const line = typed
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
    .trim();
  return [...line].every((sign) => IGNORED_SIGNS.includes(sign)) ? null : line;
}
