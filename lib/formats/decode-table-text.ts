import { decodeWindows1252 } from "@/lib/formats/windows-1252";

/** The number of bytes examined to recognise UTF-16 without a byte order mark, in which every second byte is zero. */
const SAMPLE_BYTES = 512;

/**
 * Decodes a CSV file as spreadsheets write it. A byte order mark decides (UTF-8, UTF-16). Without one, the text is
 * UTF-16 when every second byte is zero, else UTF-8 if it is valid, else windows-1252. Null when it is not a text.
 */
export function decodeTableText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text === null || text.includes("\0") ? null : text;
}

function decode(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs("utf-8", bytes);
  if (a === 0xff && b === 0xfe) return decodeAs("utf-16le", bytes);
  if (a === 0xfe && b === 0xff) return decodeAs("utf-16be", bytes);
  const zeros = zerosIn(bytes.subarray(0, SAMPLE_BYTES));
  if (zeros) return decodeAs(zeros, bytes);
  return decodeAs("utf-8", bytes) ?? decodeWindows1252(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** European text in UTF-16 has a zero byte in most characters, always on the same side. */
function zerosIn(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const half = sample.length / 4;
  const zerosAt = (start: number) => sample.filter((byte, index) => index % 2 === start && byte === 0).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (odd > half && even === 0) return "utf-16le";
  return even > half && odd === 0 ? "utf-16be" : null;
}
