import { isIdentifier } from "@/lib/identifier";
import { isMailAddress } from "@/lib/mail-address";

/** C0 and C1 controls, line and paragraph separators. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Marks that change the direction of the text after them, and invisible characters that make two names look alike. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Any character of the two above, or half a surrogate pair. With this one test, most strings need no rewriting. */
const SUSPECT =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/;

/** Makes text safe on one line: control characters and line breaks become spaces, direction marks are removed. */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.toWellFormed().replace(CONTROLS, " ").replace(INVISIBLE, "").trim();
}

/** In characters. */
const LONGEST_NAME = 80;

/**
 * Makes a name typed by a user of another account safe to show in a mail: at most 80 characters, and nothing that a
 * mail program turns into a link. A dot before a letter or digit gets a space; "@" and slashes become spaces.
 */
export function nameInMail(name: string): string {
  const composed = cleanText(name.normalize("NFKC"));
  // For a user without a name this is the identifier, which may be a mail address: it stays unchanged.
  if (isMailAddress(composed) && isIdentifier(composed)) return composed;
  const plain = composed
    .replace(/[@\/\\\s]+/g, " ")
    .replace(/[.\u3002](?=[\p{L}\p{N}])/gu, ". ")
    .trim();
  const characters = [...plain];
  return characters.length <= LONGEST_NAME ? plain : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}

/**
 * Cleans all strings in the props of a mail. A checked link (`emails/mail-link.ts`) does not change: the URL standard
 * leaves nothing in it to clean.
 */
export function cleanProps<Props extends object>(props: Props): Props {
  // TypeScript cannot see that each property keeps its type.
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [name, clean(value)])) as Props;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === "object" && value !== null) return cleanProps(value);
  return value;
}
