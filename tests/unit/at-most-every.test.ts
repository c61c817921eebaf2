import { describe, expect, it } from "vitest";
import { atMostEvery } from "@/lib/at-most-every";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 8, 0, second));

describe("work that is done at most every ten seconds", () => {
  it("is due at once, and again ten seconds after it was done", () => {
    const isDue = atMostEvery(10_000);
    expect([0, 9, 10, 15, 20].map((second) => isDue(at(second)))).toEqual([true, false, true, false, true]);
  });

  it("waits for ten seconds first when it was just done", () => {
    const isDue = atMostEvery(10_000, at(0));
    expect([0, 9, 10].map((second) => isDue(at(second)))).toEqual([false, false, true]);
  });

  it("is due when the clock was set back", () => {
    const isDue = atMostEvery(10_000, at(50));
    expect(isDue(at(30))).toBe(true);
  });
});
