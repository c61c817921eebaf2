/*
 * Removes characters at the ends of a text in linear time. An expression such as /-+$/ starts again at every character
 * of a long run that does not reach the end: quadratic time on hostile text.
 */

/** Removes all of `characters` at the end of a text. */
export function stripEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Removes all of `characters` at both ends of a text. */
export function stripEnds(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return stripEnd(text.slice(start), characters);
}
