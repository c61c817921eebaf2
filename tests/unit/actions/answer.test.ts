import { describe, expect, it } from "vitest";
import { goTo, refuse, say, showAgain } from "@/lib/actions/answer";

describe("an answer", () => {
  it("turns a result into texts, without values that are missing", () => {
    const at = new Date("2026-11-29T10:00:00Z");
    const facts = {
      saved: "name",
      count: 3,
      at,
      names: ["a", "b"],
      isFirst: true,
      isLast: false,
      note: null,
    };
    expect(say("/page", facts)).toEqual({
      to: "/page",
      message: {
        page: "/page",
        facts: { saved: "name", count: "3", at: at.toISOString(), names: "a b", isFirst: "yes" },
        keepsTyped: false,
      },
    });
  });

  it.each([
    [1, "1"],
    [60_000, "1"],
    [60_001, "2"],
    [0, "1"],
  ])("rounds a wait of %i ms to %s whole minutes", (retryAfterMs, minutes) => {
    const refused = { ok: false, reason: "too_many", retryAfterMs } as const;
    expect(refuse("/page", refused, "/page#form")).toEqual({
      to: "/page#form",
      message: { page: "/page", facts: { reason: "too_many", minutes }, keepsTyped: true },
    });
  });

  it("may have no message", () => {
    expect(goTo("/page")).toEqual({ to: "/page", message: null });
    expect(showAgain("/page").message).toEqual({ page: "/page", facts: {}, keepsTyped: true });
  });
});
