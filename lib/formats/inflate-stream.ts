import { constants, inflateSync } from "node:zlib";
import { PDFArray, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { decodeAscii85, decodeAsciiHex } from "@/lib/formats/ascii-filters";
import { FormatRefusal } from "@/lib/formats/format-refusal";

/**
 * The decoded bytes of a PDF stream, never inflated beyond `limit`: a few kilobytes can inflate to gigabytes,
 * and typed arrays escape the worker's heap limit. FlateDecode, ASCIIHexDecode, ASCII85Decode or no filter; others are
 * refused.
 */
export function inflateStream(stream: PDFRawStream, limit: number): Uint8Array {
  let bytes: Uint8Array = stream.contents;
  const filters = filtersOf(stream);
  if (filters.length > MAX_FILTERS) throw new FormatRefusal("malformed_pdf", `${filters.length} filters`);
  for (const filter of filters) {
    const decode = DECODERS.get(filter);
    if (!decode) throw new FormatRefusal("malformed_pdf", `filter ${filter}`);
    bytes = decode(bytes, limit);
    if (bytes.length > limit) throw new FormatRefusal("inflates_too_far");
  }
  return bytes;
}

/** Whether `inflateStream` knows how the stream is encoded. */
export function canInflate(stream: PDFRawStream): boolean {
  return filtersOf(stream).every((filter) => DECODERS.has(filter));
}

const MAX_FILTERS = 4;
const DECODERS = new Map<string, (bytes: Uint8Array, limit: number) => Uint8Array>([
  ["FlateDecode", inflate],
  ["Fl", inflate],
  ["ASCIIHexDecode", decodeAsciiHex],
  ["AHx", decodeAsciiHex],
  ["ASCII85Decode", decodeAscii85],
  ["A85", decodeAscii85],
]);

/**
 * The number of stored bytes that are decoded to recognise the content. Compressed data grows at most a thousandfold.
 */
const START_BYTES = 4 * 1024;

/** The decoded first bytes of a stream; null when they cannot be decoded. */
export function inflateStart(stream: PDFRawStream): Uint8Array | null {
  const start = PDFRawStream.of(stream.dict, stream.contents.subarray(0, START_BYTES));
  try {
    return inflateStream(start, START_BYTES * 1100).subarray(0, START_BYTES);
  } catch (error) {
    if (error instanceof FormatRefusal) return null;
    throw error;
  }
}

function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    // Some producers omit the end of the stream; the checksum still covers the bytes that are there.
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new FormatRefusal(
      isTooLarge ? "inflates_too_far" : "malformed_pdf",
      isTooLarge ? undefined : "stream",
    );
  }
}

function filtersOf(stream: PDFRawStream): string[] {
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  return names.filter((name) => name instanceof PDFName).map((name) => name.decodeText());
}
