import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { shareBytes } from "@/lib/formats/share-bytes";

it("copies bytes to shared memory, and leaves time for others", async () => {
  const bytes = Buffer.alloc(5 * 1024 * 1024 + 7, "a document");
  let isOver = false;
  const copying = shareBytes(bytes).finally(() => (isOver = true));
  let turns = 0;
  for (; !isOver; turns += 1) await nextTurn();

  const shared = await copying;
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(bytes.equals(shared)).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(10);
});
