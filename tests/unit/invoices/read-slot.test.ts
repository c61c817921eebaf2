import { describe, expect, it } from "vitest";
import { withReadSlot } from "@/lib/invoices/original/read-slot";

describe("read slots", () => {
  it("limit simultaneous reads to four, and a failed read frees its slot", async () => {
    let [running, most] = [0, 0];
    const work = async (index: number) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (index % 3 === 0) throw new Error("broken");
      return index;
    };
    const ends = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => withReadSlot(() => work(index))),
    );
    expect(most).toBe(4);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(33);
    expect(await withReadSlot(() => Promise.resolve("again"))).toBe("again");
  });

  it("do not start a read whose request was aborted", async () => {
    const gate = new AbortController();
    const opened = new Promise<void>((resolve) => gate.signal.addEventListener("abort", () => resolve()));
    const before = Array.from({ length: 4 }, () => withReadSlot(() => opened));
    const given = new AbortController();
    let isBegun = false;
    const late = withReadSlot(async () => (isBegun = true), given.signal);
    given.abort();
    gate.abort();
    expect([await late, isBegun]).toEqual([null, false]);
    await Promise.all(before);
  });
});
