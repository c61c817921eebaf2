const SIGN = /[^\p{L}\p{N}]/u;

/** Without case, accents and signs, like `search_key` of the database; one sign may become two letters. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Returns the part of a text that was searched for: from the beginning of a word, whatever the case, accents, spaces and
 * dashes. Null when it is not found like that.
 */
export function matchedPart(text: string, q: string): { from: number; to: number } | null {
  const wanted = folded(q);
  if (wanted === "") return null;
  for (let from = 0; from < text.length; from += 1) {
    const isStart = !SIGN.test(text.charAt(from)) && (from === 0 || SIGN.test(text.charAt(from - 1)));
    const to = isStart ? endOf(text, from, wanted) : null;
    if (to !== null) return { from, to };
  }
  return null;
}

/** Where the text that starts at `from` has said all that is wanted; null when it says something else. */
function endOf(text: string, from: number, wanted: string): number | null {
  let said = "";
  for (let to = from; to < text.length; to += 1) {
    said += folded(text.charAt(to));
    if (said.length >= wanted.length) return said.startsWith(wanted) ? to + 1 : null;
    if (!wanted.startsWith(said)) return null;
  }
  return null;
}
