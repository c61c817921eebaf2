import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/sha256";
import { originalKey, type Storage } from "@/lib/storage/storage";

/** The contract of every storage driver. `open` gives an empty store. */
export function describeStorage(name: string, open: () => Promise<Storage> | Storage): void {
  let store: Storage;
  const newKey = () => originalKey(randomUUID(), "2026-11-20", sha256Hex(randomUUID()));

  async function bytesOf(key: string, range?: { first: number; last: number }): Promise<Buffer | null> {
    const stream = await store.read(key, range);
    return stream && Buffer.from(await new Response(stream).arrayBuffer());
  }

  describe(name, () => {
    beforeAll(async () => {
      store = await open();
    });

    it("returns the stored bytes unchanged", async () => {
      for (const size of [1, 255, 65_536, 65_537, 1_000_003]) {
        const [key, bytes] = [newKey(), randomBytes(size)];
        expect(await store.put(key, bytes)).toBe("created");
        expect(await store.size(key)).toBe(size);
        expect((await bytesOf(key))?.equals(bytes)).toBe(true);
      }
    });

    it("distinguishes an empty object from a missing one", async () => {
      const key = newKey();
      await store.put(key, new Uint8Array());
      expect([await store.size(key), (await bytesOf(key))?.length]).toEqual([0, 0]);
      expect([await store.size(newKey()), await store.read(newKey())]).toEqual([null, null]);
    });

    it("stores only the part of a larger buffer that a view shows", async () => {
      const [key, whole] = [newKey(), randomBytes(100)];
      await store.put(key, new Uint8Array(whole.buffer, whole.byteOffset + 10, 20));
      expect((await bytesOf(key))?.equals(whole.subarray(10, 30))).toBe(true);
    });

    it("never overwrites: the first bytes stay", async () => {
      const key = newKey();
      expect(await store.put(key, Buffer.from("first"))).toBe("created");
      expect(await store.put(key, Buffer.from("second, and longer"))).toBe("exists");
      expect((await bytesOf(key))?.toString()).toBe("first");
    });

    it("keeps the complete bytes of exactly one of twenty simultaneous writers of a key", async () => {
      const key = newKey();
      const drafts = Array.from({ length: 20 }, () => randomBytes(200_000));
      const results = await Promise.all(drafts.map((bytes) => store.put(key, bytes)));
      expect(results.filter((result) => result === "created")).toHaveLength(1);
      const winner = drafts[results.indexOf("created")];
      expect(winner && (await bytesOf(key))?.equals(winner)).toBe(true);
    });

    it("gives a reader the whole object or none while it is being written", async () => {
      const [key, bytes] = [newKey(), randomBytes(5_000_000)];
      let isWritten = false;
      const writing = store.put(key, bytes).then(() => (isWritten = true));
      while (!isWritten) {
        const seen = await store.size(key);
        expect([null, bytes.length]).toContain(seen);
        if (seen !== null) expect((await bytesOf(key))?.length).toBe(bytes.length);
      }
      await writing;
    });

    it("returns any inclusive range of an object, like slice()", async () => {
      const [key, bytes] = [newKey(), randomBytes(100_000)];
      await store.put(key, bytes);
      const place = fc.nat(bytes.length - 1);
      await fc.assert(
        fc.asyncProperty(place, place, async (one, two) => {
          const range = { first: Math.min(one, two), last: Math.max(one, two) };
          expect((await bytesOf(key, range))?.equals(bytes.subarray(range.first, range.last + 1))).toBe(true);
        }),
        { numRuns: 30 },
      );
      expect(await bytesOf(newKey(), { first: 0, last: 1 })).toBeNull();
    });

    it("streams a large object in constant memory, and closes it when the reader stops", async () => {
      const [key, size] = [newKey(), 64 * 1024 * 1024];
      await store.put(key, Buffer.alloc(size, 7));
      const stream = await store.read(key);
      if (!stream) throw new Error("missing");
      let [read, largest] = [0, 0];
      for await (const chunk of stream) {
        read += chunk.length;
        largest = Math.max(largest, chunk.length);
      }
      expect(read).toBe(size);
      expect(largest).toBeLessThanOrEqual(1024 * 1024);

      const before = process.memoryUsage().arrayBuffers;
      const reader = (await store.read(key))?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      // When a reader pauses, nothing more is read.
      for (let turn = 0; turn < 200; turn += 1) await store.size(key);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
      await reader?.cancel();
      expect(await store.remove(key)).toBe(true);
    });

    it("removes an object once, and its key can be used again", async () => {
      const key = newKey();
      await store.put(key, Buffer.from("old"));
      expect([await store.remove(key), await store.remove(key)]).toEqual([true, false]);
      expect([await store.size(key), await store.read(key)]).toEqual([null, null]);
      expect(await store.put(key, Buffer.from("new"))).toBe("created");
      expect((await bytesOf(key))?.toString()).toBe("new");
    });

    it("finds no object by the beginning of its key", async () => {
      const key = newKey();
      await store.put(key, Buffer.from("x"));
      for (const prefix of [key.split("/").slice(0, 2).join("/"), key.split("/")[0] ?? ""]) {
        expect(await store.size(prefix), prefix).toBeNull();
      }
      expect(await store.size(key)).toBe(1);
    });

    it.each([
      "",
      "/",
      "/etc/passwd",
      "..",
      "../outside",
      "a/../../outside",
      "a//b",
      "a/",
      "/a",
      "./a",
      "a/./b",
      "a\\b",
      "a\0b",
      "A",
      "a b",
      "é",
      "a.pdf",
      ".draft-x",
      "a%2f..%2fb",
      "a\n",
      "http://evil.example/a",
    ])("refuses the key %j, which the portal never makes", async (key) => {
      await expect(store.put(key, Buffer.from("x"))).rejects.toThrow();
      await expect(store.read(key)).rejects.toThrow();
      await expect(store.size(key)).rejects.toThrow();
      await expect(store.remove(key)).rejects.toThrow();
    });
  });
}
