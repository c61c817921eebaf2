/** Excel's longest cell has 32,767 characters, each of which may be written as an entity. */
const MAX_TEXT = 32_767 * 8;
const MAX_TAG = 8_192;

/**
 * Whether an XML text of a workbook consists of tags and texts of ordinary length. For longer ones, the time of the
 * library's parser grows with the square of the length. Also refuses a "<" inside a tag, which XML does not allow, and
 * inside a comment.
 */
export function isPlainMarkup(xml: string): boolean {
  for (let end = 0; ;) {
    const start = xml.indexOf("<", end);
    if ((start < 0 ? xml.length : start) - end > MAX_TEXT) return false;
    if (start < 0) return true;
    end = xml.indexOf(">", start) + 1;
    const next = xml.indexOf("<", start + 1);
    if (end === 0 || end - start > MAX_TAG || (next >= 0 && next < end)) return false;
  }
}
