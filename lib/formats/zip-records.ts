/** The entry of one file in a ZIP archive. */
export interface ZipFacts {
  /** A relative path with `/`; written in UTF-8. */
  name: string;
  modifiedAt: Date;
  /** Below 4 GiB, like every original: only offsets and counts may need ZIP64. */
  size: number;
  crc32: number;
  /** Size of the compressed bytes, when the file was compressed before. */
  deflatedSize: number | null;
}

const STORED = 0;
const DEFLATED = 8;
const NAMES_IN_UTF8 = 1 << 11;
const CRC_FOLLOWS = 1 << 3;
const VERSION = 20;
const VERSION_ZIP64 = 45;
/** "Made by" Unix, so that readers use the file mode below. */
const MADE_BY_UNIX = 3 << 8;
const ORDINARY_FILE = (0o100644 << 16) >>> 0;
const MAX_UINT32 = 0xffffffff;
const MAX_UINT16 = 0xffff;

/*
 * The records of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16). The modification time is in the extra
 * field of Info-ZIP (0x5455), so that the bytes do not depend on a time zone. A streamed file has a data descriptor
 * after its bytes, with the CRC and the sizes, which are not known when its local header is written.
 */

export function localHeader(facts: ZipFacts, hasDescriptor: boolean): Buffer {
  const name = Buffer.from(facts.name, "utf8");
  const timestamp = timestampField(facts.modifiedAt);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(NAMES_IN_UTF8 | (hasDescriptor ? CRC_FOLLOWS : 0), 6);
  header.writeUInt16LE(facts.deflatedSize === null ? STORED : DEFLATED, 8);
  writeDosTime(header, facts.modifiedAt, 10);
  if (!hasDescriptor) writeSizes(header, facts, 14);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(timestamp.length, 28);
  return Buffer.concat([header, name, timestamp]);
}

export function dataDescriptor(facts: ZipFacts): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  writeSizes(descriptor, facts, 4);
  return descriptor;
}

export function centralRecord(facts: ZipFacts, offset: number, hasDescriptor: boolean): Buffer {
  const name = Buffer.from(facts.name, "utf8");
  const needsZip64 = offset >= MAX_UINT32;
  const extra = Buffer.concat([
    timestampField(facts.modifiedAt),
    needsZip64 ? zip64Field(offset) : Buffer.alloc(0),
  ]);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(MADE_BY_UNIX | (needsZip64 ? VERSION_ZIP64 : VERSION), 4);
  record.writeUInt16LE(needsZip64 ? VERSION_ZIP64 : VERSION, 6);
  record.writeUInt16LE(NAMES_IN_UTF8 | (hasDescriptor ? CRC_FOLLOWS : 0), 8);
  record.writeUInt16LE(facts.deflatedSize === null ? STORED : DEFLATED, 10);
  writeDosTime(record, facts.modifiedAt, 12);
  writeSizes(record, facts, 16);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(ORDINARY_FILE, 38);
  record.writeUInt32LE(Math.min(offset, MAX_UINT32), 42);
  return Buffer.concat([record, name, extra]);
}

/** The end of the archive: number of files, length and start of the central directory. */
export function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MAX_UINT16), 8);
  end.writeUInt16LE(Math.min(count, MAX_UINT16), 10);
  end.writeUInt32LE(Math.min(size, MAX_UINT32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_UINT32), 16);
  if (count < MAX_UINT16 && size < MAX_UINT32 && offset < MAX_UINT32) return end;
  const zip64End = Buffer.alloc(56 + 20);
  zip64End.writeUInt32LE(0x06064b50, 0);
  zip64End.writeBigUInt64LE(44n, 4);
  zip64End.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 12);
  zip64End.writeUInt16LE(VERSION_ZIP64, 14);
  zip64End.writeBigUInt64LE(BigInt(count), 24);
  zip64End.writeBigUInt64LE(BigInt(count), 32);
  zip64End.writeBigUInt64LE(BigInt(size), 40);
  zip64End.writeBigUInt64LE(BigInt(offset), 48);
  zip64End.writeUInt32LE(0x07064b50, 56);
  zip64End.writeBigUInt64LE(BigInt(offset + size), 64);
  zip64End.writeUInt32LE(1, 72);
  return Buffer.concat([zip64End, end]);
}

function writeSizes(into: Buffer, { size, deflatedSize, crc32 }: ZipFacts, offset: number): void {
  into.writeUInt32LE(crc32, offset);
  into.writeUInt32LE(deflatedSize ?? size, offset + 4);
  into.writeUInt32LE(size, offset + 8);
}

/** MS-DOS time: from 1980, in steps of two seconds, without time zone; written in UTC. */
function writeDosTime(into: Buffer, at: Date, offset: number): void {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  into.writeUInt16LE(time, offset);
  into.writeUInt16LE(date, offset + 2);
}

function timestampField(at: Date): Buffer {
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x5455, 0);
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeInt32LE(Math.floor(at.getTime() / 1000), 5);
  return field;
}

function zip64Field(offset: number): Buffer {
  const field = Buffer.alloc(12);
  field.writeUInt16LE(0x0001, 0);
  field.writeUInt16LE(8, 2);
  field.writeBigUInt64LE(BigInt(offset), 4);
  return field;
}
