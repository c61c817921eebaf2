import { crc32 } from "node:zlib";
import {
  centralRecord,
  dataDescriptor,
  endOfDirectory,
  localHeader,
  type ZipFacts,
} from "@/lib/formats/zip-records";

/** A file of an archive: in memory, in memory and already compressed, or read when it is written. */
export type ZipEntry = { name: string; modifiedAt: Date } & (
  | { bytes: Uint8Array }
  | { deflated: Uint8Array; size: number; crc32: number }
  | { size: number; read: () => AsyncIterable<Uint8Array> }
);

type SizedEntry = { name: string } & ({ bytes: Uint8Array } | { size: number });

/**
 * A ZIP archive as a stream of chunks, each made on demand, so that a client that stops also stops the reading. It
 * compresses nothing itself. The same entries give the same bytes. Throws when the length of a file differs from the
 * announced one.
 */
export async function* writeZip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void, void> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const start = offset;
    const facts = factsOf(entry);
    const isRead = "read" in entry;
    const header = localHeader(facts, isRead);
    offset += header.length + (facts.deflatedSize ?? facts.size);
    yield header;
    if (isRead) {
      let read = 0;
      for await (const chunk of entry.read()) {
        read += chunk.length;
        facts.crc32 = crc32(chunk, facts.crc32);
        yield chunk;
      }
      if (read !== facts.size) throw new Error("A file of an archive has another length than expected.");
      const descriptor = dataDescriptor(facts);
      offset += descriptor.length;
      yield descriptor;
    } else yield "bytes" in entry ? entry.bytes : entry.deflated;
    directory.push(centralRecord(facts, start, isRead));
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  yield* directory;
  yield endOfDirectory(directory.length, size, offset);
}

/** The number of bytes that `writeZip` writes for uncompressed entries of these names and sizes. */
export function zipSize(entries: Iterable<SizedEntry>): number {
  // Any date will do: all have the same length.
  const modifiedAt = new Date("2000-01-01T00:00:00Z");
  let [offset, directory, count] = [0, 0, 0];
  for (const { name, ...content } of entries) {
    const isRead = !("bytes" in content);
    const size = isRead ? content.size : content.bytes.length;
    const facts = { name, modifiedAt, size, crc32: 0, deflatedSize: null };
    directory += centralRecord(facts, offset, isRead).length;
    offset += localHeader(facts, isRead).length + size + (isRead ? dataDescriptor(facts).length : 0);
    count += 1;
  }
  return offset + directory + endOfDirectory(count, directory, offset).length;
}

function factsOf(entry: ZipEntry): ZipFacts {
  const { name, modifiedAt } = entry;
  if ("bytes" in entry)
    return { name, modifiedAt, size: entry.bytes.length, crc32: crc32(entry.bytes), deflatedSize: null };
  if ("deflated" in entry)
    return { name, modifiedAt, size: entry.size, crc32: entry.crc32, deflatedSize: entry.deflated.length };
  return { name, modifiedAt, size: entry.size, crc32: 0, deflatedSize: null };
}
