import { FormatRefusal } from "@/lib/formats/format-refusal";
import { decodeWindows1252 } from "@/lib/formats/windows-1252";

/** Encodings accepted, by the name a declaration gives; ISO-8859-1 is read as its superset windows-1252. */
const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "iso-8859-1": "windows-1252",
  "iso8859-1": "windows-1252",
  "iso_8859-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  "iso-8859-15": "iso-8859-15",
  // .NET declares UTF-16 in files that are UTF-8. The declaration was readable as single bytes, so it is UTF-8.
  "utf-16": "utf-8",
};

/** The text of an XML document: the byte order mark decides, then the declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = byByteOrder(bytes) ?? byDeclaration(bytes);
  if (encoding === "windows-1252") return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FormatRefusal("malformed_xml", `not ${encoding} text`);
  }
}

/**
 * Detects the encoding by a byte order mark, or by the zero bytes around the first `<`, before which white space may
 * stand.
 */
function byByteOrder(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const tag = bytes.indexOf(0x3c);
  if (tag !== -1 && bytes[tag + 1] === 0) return "utf-16le";
  return tag > 0 && bytes[tag - 1] === 0 ? "utf-16be" : null;
}

function byDeclaration(bytes: Uint8Array): string {
  const tag = Math.max(0, bytes.indexOf(0x3c));
  const head = Buffer.from(bytes.subarray(tag, tag + 256)).toString("latin1");
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*(?:"([\w.-]*)"|'([\w.-]*)')/
    .exec(head)
    ?.slice(1)
    .find(Boolean);
  if (declared === undefined) return "utf-8";
  const encoding = ENCODINGS[declared.toLowerCase()];
  if (!encoding) throw new FormatRefusal("unsupported_encoding", declared.slice(0, 40));
  return encoding;
}
