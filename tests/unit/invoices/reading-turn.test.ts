import { describe, expect, it } from "vitest";
import { inReadingTurn } from "@/lib/invoices/original/reading-turn";

describe("readings of originals for people", () => {
  it("are four at the same time, however many are asked for, and a failed one gives its turn back", async () => {
    let [running, most] = [0, 0];
    const work = async (at: number) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (at % 3 === 0) throw new Error("broken");
      return at;
    };
    const ends = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => inReadingTurn(() => work(at))),
    );
    expect(most).toBe(4);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(33);
    expect(await inReadingTurn(() => Promise.resolve("again"))).toBe("again");
  });

  it("are not begun once nobody waits for them any more", async () => {
    const gate = new AbortController();
    const opened = new Promise<void>((resolve) => gate.signal.addEventListener("abort", () => resolve()));
    const before = Array.from({ length: 4 }, () => inReadingTurn(() => opened));
    const given = new AbortController();
    let isBegun = false;
    const late = inReadingTurn(async () => (isBegun = true), given.signal);
    given.abort();
    gate.abort();
    expect([await late, isBegun]).toEqual([null, false]);
    await Promise.all(before);
  });
});
