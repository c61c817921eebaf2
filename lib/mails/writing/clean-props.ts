import { isIdentifier } from "@/lib/identifier";
import { isMailAddress } from "@/lib/mail-address";

/** C0 and C1 controls, line and paragraph separators. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Marks that turn the direction of what follows them, and invisible ones that make two names look alike. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Any character of the two above, or half a surrogate pair. One test lets most strings pass without being rewritten. */
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
 * A name that a user of another account typed, made safe to show in a mail: at most 80 characters, and nothing that a
 * mail program turns into a link. A dot before a letter or digit gets a space; "@" and slashes become spaces.
 */
export function nameInMail(name: string): string {
  const composed = cleanText(name.normalize("NFKC"));
  // A user without a name is called by their identifier, which may be a mail address: that one is left as it is.
  if (isMailAddress(composed) && isIdentifier(composed)) return composed;
  const plain = composed
    .replace(/[@\/\\\s]+/g, " ")
    .replace(/[.\u3002](?=[\p{L}\p{N}])/gu, ". ")
    .trim();
  const signs = [...plain];
  return signs.length <= LONGEST_NAME ? plain : `${signs.slice(0, LONGEST_NAME - 1).join("")}…`;
}

/**
 * Props of a mail with every string cleaned. A checked link (`emails/mail-link.ts`) stays as it is: the URL standard
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
