/**
 * Characters that nobody can see or type, as they are copied into files along with a text: soft hyphen, zero width
 * spaces and joiners, direction marks and isolates, fillers, variation selectors, byte order mark, annotations
 * (Unicode's Default_Ignorable_Code_Point in the basic plane, and the annotation marks).
 */
export const INVISIBLE_CHARACTERS: string = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
]
  .flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  .map((code) => String.fromCharCode(code))
  .join("");

const CHARACTERS = new Set(INVISIBLE_CHARACTERS);

/** Returns the text as people see it, without characters that cannot be seen. */
export function withoutInvisible(text: string): string {
  for (const character of text)
    if (CHARACTERS.has(character)) return [...text].filter((one) => !CHARACTERS.has(one)).join("");
  return text;
}
