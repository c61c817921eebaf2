const PDF_HEADER = "%PDF-";

/** PDF readers look for the header in the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const HEADER_WINDOW = 1024;

/** White space, byte order marks, and the zero bytes of UTF-16. */
const BLANK = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);

/** The container format by the first bytes. The file name is ignored, because an extension proves nothing. */
export function detectContainer(bytes: Uint8Array): "pdf" | "xml" | null {
  const start = bytes.findIndex((byte) => !BLANK.has(byte));
  const text = Buffer.from(bytes.subarray(start, start + 4))
    .toString("latin1")
    .replaceAll("\0", "");
  if (start !== -1 && /^<[?!A-Z_]/i.test(text)) return "xml";
  return Buffer.from(bytes.subarray(0, HEADER_WINDOW)).includes(PDF_HEADER) ? "pdf" : null;
}
