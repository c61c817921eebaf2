const PDF_HEADER = "%PDF-";

/** PDF readers look for the header in the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const HEADER_WINDOW = 1024;

/** The container format by the first bytes. The file name is ignored, because an extension proves nothing. */
export function detectContainer(bytes: Uint8Array): "pdf" | "xml" | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEADER_WINDOW));
  // Without byte order marks and the zero bytes of UTF-16, the text must begin with a tag.
  const text = head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").replaceAll("\0", "");
  if (/^\s*<[?!A-Za-z_]/.test(text)) return "xml";
  return head.includes(PDF_HEADER) ? "pdf" : null;
}
