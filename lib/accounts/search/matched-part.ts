const SEPARATOR = /[^\p{L}\p{N}]/u;

/** Removes case, accents, spaces and punctuation, like `search_key` of the database; one letter may become two. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Returns the part of a text that matches the search `q`: it starts at the beginning of a word, and case, accents,
 * spaces and dashes are ignored. Null when no part matches.
 */
export function matchedPart(text: string, q: string): { from: number; to: number } | null {
  const wanted = folded(q);
  if (wanted === "") return null;
  for (let from = 0; from < text.length; from += 1) {
    const isStart =
      !SEPARATOR.test(text.charAt(from)) && (from === 0 || SEPARATOR.test(text.charAt(from - 1)));
    const to = isStart ? endOf(text, from, wanted) : null;
    if (to !== null) return { from, to };
  }
  return null;
}

/** Returns where `wanted` ends in the text when it begins at `from`; null when it does not begin there. */
function endOf(text: string, from: number, wanted: string): number | null {
  let read = "";
  for (let to = from; to < text.length; to += 1) {
    read += folded(text.charAt(to));
    if (read.length >= wanted.length) return read.startsWith(wanted) ? to + 1 : null;
    if (!wanted.startsWith(read)) return null;
  }
  return null;
}
