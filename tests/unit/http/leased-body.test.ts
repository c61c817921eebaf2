import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { generatorSource, leasedBody, STALLED_AFTER_MS } from "@/lib/http/leased-body";
import { FairQueue } from "@/lib/limits/fair-queue";

const CHUNKS = 10;

async function lease() {
  const queue = new FairQueue({ atOnce: 1, waiting: 0, waitMs: 0 });
  const turn = await queue.take({ owners: ["user:reader", "session:1"] });
  if (!turn) throw new Error("The first turn was refused.");
  let isClosed = false;
  async function* chunks() {
    try {
      for (let index = 0; index < CHUNKS; index += 1) yield new Uint8Array(65_536);
    } finally {
      isClosed = true;
    }
  }
  const body = leasedBody(generatorSource(chunks()), turn);
  const state = () => ({ isHeld: queue.load.running === 1, isClosed, isWhole: body.isWhole() });
  return { queue, reader: body.stream.getReader(), state };
}

/** Runs the callbacks of all promises that are already settled. */
const settle = async () => {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a body that holds a turn", () => {
  it("gives it back when all of it was read", async () => {
    const { reader, state } = await lease();
    expect(state().isHeld).toBe(true);
    while (!(await reader.read()).done);
    expect(state()).toEqual({ isHeld: false, isClosed: true, isWhole: true });
  });

  it("keeps it for a slow reader that makes progress", async () => {
    const { reader, state } = await lease();
    for (let index = 0; index < CHUNKS; index += 1) {
      vi.advanceTimersByTime(STALLED_AFTER_MS - 1);
      await reader.read();
      await settle();
      expect(state().isHeld).toBe(index < CHUNKS - 1);
    }
  });

  it("loses it, and closes its source, when the reader stalls", async () => {
    const { reader, state } = await lease();
    await reader.read();
    await settle();
    vi.advanceTimersByTime(STALLED_AFTER_MS);
    await settle();
    expect(state()).toEqual({ isHeld: false, isClosed: true, isWhole: false });
    await expect(reader.read()).rejects.toThrow("The turn was taken away.");
  });

  it("loses it when the reader never begins to read", async () => {
    const { state } = await lease();
    await settle();
    vi.advanceTimersByTime(STALLED_AFTER_MS);
    await settle();
    expect(state()).toMatchObject({ isHeld: false, isClosed: true });
  });

  it("loses it at once when its session ends", async () => {
    const { queue, reader, state } = await lease();
    await reader.read();
    await settle();
    queue.end("session:1");
    await settle();
    expect(state()).toMatchObject({ isHeld: false, isClosed: true });
  });

  it("gives it back when the client goes away", async () => {
    const { reader, state } = await lease();
    await reader.read();
    await reader.cancel();
    expect(state()).toEqual({ isHeld: false, isClosed: true, isWhole: false });
  });
});
