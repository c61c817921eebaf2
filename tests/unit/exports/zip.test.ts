import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeZip, type ZipEntry, zipSize } from "@/lib/formats/write-zip";
import { centralRecord, endOfDirectory } from "@/lib/formats/zip-records";
import { readZip } from "@/tests/support/read-zip";

const modifiedAt = new Date("2026-10-25T01:30:00Z");

async function* inChunks(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function written(entries: Iterable<ZipEntry>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const someFile = fc.record({
  name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((name) => name.toWellFormed()),
  bytes: fc.uint8Array({ maxLength: 500 }),
  isRead: fc.boolean(),
});

const entryOf = ({ name, bytes, isRead }: { name: string; bytes: Uint8Array; isRead: boolean }): ZipEntry =>
  isRead
    ? { name, modifiedAt, size: bytes.length, read: () => inChunks(bytes, 64) }
    : { name, modifiedAt, bytes };

describe("an archive", () => {
  it("contains every file unchanged with its date, and has exactly the announced length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someFile, { maxLength: 12 }), async (files) => {
        const zip = await written(files.map(entryOf));
        expect(zip.length).toBe(zipSize(files.map(entryOf)));
        expect(readZip(zip)).toEqual(
          files.map(({ name, bytes }) => ({
            name,
            bytes: Buffer.from(bytes),
            modifiedAt,
            isCompressed: false,
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("has the same bytes for the same files", async () => {
    const files = [entryOf({ name: "a", bytes: Buffer.from("one"), isRead: true })];
    expect(await written(files)).toEqual(await written(files));
  });

  it("contains more files than two bytes can count (ZIP64)", async () => {
    const files = Array.from({ length: 70_000 }, (_, index) => ({
      name: `${index}`,
      modifiedAt,
      bytes: Buffer.from("x"),
    }));
    const zip = await written(files);
    expect(zip.length).toBe(zipSize(files));
    expect(readZip(zip)).toHaveLength(70_000);
  });

  it("writes offsets beyond 4 GiB in eight bytes (ZIP64)", () => {
    const far = 5_000_000_000;
    const record = centralRecord({ name: "a", modifiedAt, size: 1, crc32: 0, deflatedSize: null }, far, true);
    expect(record.readUInt32LE(42)).toBe(0xffffffff);
    expect(record.readBigUInt64LE(record.length - 8)).toBe(BigInt(far));
    const end = endOfDirectory(1, record.length, far);
    expect([end.length, end.readBigUInt64LE(48)]).toEqual([22 + 20 + 56, BigInt(far)]);
  });

  it("fails when a file is longer or shorter than announced", async () => {
    for (const size of [2, 4]) {
      const read = () => inChunks(Buffer.from("abc"), 2);
      await expect(written([{ name: "a", modifiedAt, size, read }])).rejects.toThrow(/another length/);
    }
  });

  it("stops reading when the reader asks for no more", async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array, void, void> {
      try {
        for (;;) yield Buffer.alloc(10);
      } finally {
        isClosed = true;
      }
    }
    const zip = writeZip([{ name: "a", modifiedAt, size: 1_000, read: endless }]);
    for (let taken = 0; taken < 5; taken += 1) await zip.next();
    await zip.return();
    expect(isClosed).toBe(true);
  });
});
