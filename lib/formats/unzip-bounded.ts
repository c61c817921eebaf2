import { inflateRawSync } from "node:zlib";

/** Why an archive is not opened. */
export type UnzipRefusal = "broken" | "too_large";

const MAX_ENTRIES = 1_000;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Returns the files of a ZIP archive that `isWanted` selects, never more than `limit` bytes together. The sizes
 * stated in the archive are not trusted, because a few kilobytes can inflate to gigabytes. Reads only what
 * spreadsheets use: stored and deflated files. Encryption and ZIP64 are not supported.
 */
export function unzipBounded(
  archive: Uint8Array,
  limit: number,
  isWanted: (name: string) => boolean,
): Map<string, Buffer> | UnzipRefusal {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const entries = directoryOf(bytes);
    if (entries === null) return "broken";
    const files = new Map<string, Buffer>();
    let left = limit;
    for (const { name, method, size, start } of entries) {
      if (!isWanted(name)) continue;
      const data = bytes.subarray(start, start + size);
      if (data.length !== size || files.has(name)) return "broken";
      const content = method === 0 ? data : inflate(data, left);
      if (content === "too_large" || content.length > left) return "too_large";
      left -= content.length;
      files.set(name, content);
    }
    return files;
  } catch (error) {
    // Reading beyond the end of the archive, or data that is not deflated.
    if (error instanceof RangeError || (error instanceof Error && "code" in error)) return "broken";
    throw error;
  }
}

/** zlib refuses a limit of zero bytes, so at least one byte is allowed, also for an empty file. */
function inflate(data: Buffer, left: number): Buffer | "too_large" {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if (error instanceof RangeError) return "too_large";
    throw error;
  }
}

interface Entry {
  name: string;
  method: number;
  /** The length of the compressed data in bytes, and where it starts in the archive. */
  size: number;
  start: number;
}

/** The central directory (PKWARE APPNOTE, 4.3.12): it alone says which files an archive has. */
function directoryOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end < bytes.length - END_BYTES - LONGEST_COMMENT) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return null;
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16), index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const size = bytes.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const local = bytes.readUInt32LE(at + 42);
    if (flags & 1 || (method !== 0 && method !== 8) || bytes.readUInt32LE(local) !== 0x04034b50) return null;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.push({ name: bytes.toString("utf8", at + 46, at + 46 + nameLength), method, size, start });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
