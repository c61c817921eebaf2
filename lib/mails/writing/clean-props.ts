import { isIdentifier } from "@/lib/identifier";
import { isMailAddress } from "@/lib/mail-address";

/** C0 and C1 controls, line and paragraph separators. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Marks that turn the direction of what follows them, and invisible ones that make two names look alike. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Anything that could need one of the two above, or is half a surrogate pair: most strings leave here at once. */
const SUSPECT =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/;

/** One line of harmless text: controls and line breaks are spaces, direction marks are gone, Unicode is well formed. */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.toWellFormed().replace(CONTROLS, " ").replace(INVISIBLE, "").trim();
}

/** What a name in a mail may be long. */
const LONGEST_NAME = 80;

/**
 * A name that somebody of another account typed, in a mail of the portal: short, and nothing in it that a mail program
 * makes a link of. Dots before letters and digits get a space, « @ » and slashes are spaces.
 */
export function nameInMail(name: string): string {
  const composed = cleanText(name.normalize("NFKC"));
  // Who has no name is called by their identifier: an address and nothing but an address stays one.
  if (isMailAddress(composed) && isIdentifier(composed)) return composed;
  const plain = composed
    .replace(/[@\/\\\s]+/g, " ")
    .replace(/[.\u3002](?=[\p{L}\p{N}])/gu, ". ")
    .trim();
  const signs = [...plain];
  return signs.length <= LONGEST_NAME ? plain : `${signs.slice(0, LONGEST_NAME - 1).join("")}…`;
}

/**
 * Props of a mail with every string cleaned; those named `…Url` must be absolute http(s) links and come back as the
 * URL standard writes them. Throws on any other link: it would be a mistake of ours.
 */
export function cleanProps<Props extends object>(props: Props): Props {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, clean(name, value)]),
  ) as Props;
}

function clean(name: string, value: unknown): unknown {
  if (typeof value === "string") return name.endsWith("Url") ? webLink(name, value) : cleanText(value);
  if (Array.isArray(value)) return value.map((item) => clean(name, item));
  if (typeof value === "object" && value !== null) return cleanProps(value);
  return value;
}

function webLink(name: string, value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new TypeError(`${name} is no absolute link`);
  }
  return new URL(value).href;
}
