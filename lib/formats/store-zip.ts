import { crc32 } from "node:zlib";

/** A ZIP archive of these files, without compression, for a library that reads archives only. */
export function storeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, "utf8");
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(1 << 11, 2);
    facts.writeUInt16LE(33, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const [local, central, rest] = [Buffer.alloc(4), Buffer.alloc(6), Buffer.alloc(14)];
    local.writeUInt32LE(0x04034b50);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(20, 4);
    rest.writeUInt32LE(offset, 10);
    parts.push(local, facts, name, content);
    directory.push(central, facts, rest, name);
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
