import { crc32, inflateRawSync } from "node:zlib";

export interface UnpackedFile {
  name: string;
  bytes: Buffer;
  modifiedAt: Date;
  isCompressed: boolean;
}

/** Reads a ZIP archive from its central directory, with ZIP64, and checks every CRC. Independent of our writer. */
export function readZip(zip: Buffer): UnpackedFile[] {
  const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0) throw new Error("The archive has no end record.");
  let count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) {
    const zip64End = Number(zip.readBigUInt64LE(end - 20 + 8));
    count = Number(zip.readBigUInt64LE(zip64End + 32));
    at = Number(zip.readBigUInt64LE(zip64End + 48));
  }
  const files: UnpackedFile[] = [];
  for (let left = count; left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50)
      throw new Error("There is no directory record at the expected offset.");
    const [method, check, stored, size] = [10, 16, 20, 24].map((offset, n) =>
      n === 0 ? zip.readUInt16LE(at + offset) : zip.readUInt32LE(at + offset),
    ) as [number, number, number, number];
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const local = zip.readUInt32LE(at + 42);
    if (zip.toString("utf8", local + 30, local + 30 + nameLength) !== name)
      throw new Error("The local header and the directory have different names.");
    const start = local + 30 + nameLength + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(start, start + stored);
    const bytes = method === 8 ? inflateRawSync(raw) : Buffer.from(raw);
    if (bytes.length !== size || crc32(bytes) !== check)
      throw new Error(`${name} does not match its record.`);
    files.push({
      name,
      bytes,
      modifiedAt: new Date(extra.readInt32LE(5) * 1000),
      isCompressed: method === 8,
    });
    at += 46 + nameLength + extraLength;
  }
  if (zip.readUInt32LE(at) !== 0x06054b50 && zip.readUInt32LE(at) !== 0x06064b50)
    throw new Error("The end record does not follow the directory.");
  return files;
}
