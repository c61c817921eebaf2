import { describe, expect, it } from "vitest";
import type { Flash } from "@/lib/http/flash";
import { savedFilterOutcome } from "@/lib/invoices/saved-filters/saved-filter-outcome";

const PATH = "/invoices?q=x";
const NOTHING = { done: null, refusal: null };

describe("the message after an action on saved filters", () => {
  it.each([
    [{ result: { saved: "Octobre" } }, { done: { kind: "saved", name: "Octobre" }, refusal: null }],
    [{ result: { removed: "Octobre" } }, { done: { kind: "removed", name: "Octobre" }, refusal: null }],
    [
      { result: { reason: "too_many" }, typed: { name: "x" } },
      { done: null, refusal: { reason: "too_many", name: "x" } },
    ],
    [{ result: { reason: "anything" } }, NOTHING],
    [{}, NOTHING],
  ])("for %j is %j", ({ result = {}, typed = {} }: Partial<Flash>, outcome) => {
    expect(savedFilterOutcome({ result: { ...result, path: PATH }, typed }, PATH)).toEqual(outcome);
  });

  it("is nothing on the page of another list", () => {
    expect(savedFilterOutcome({ result: { saved: "Octobre", path: PATH }, typed: {} }, "/invoices")).toEqual(
      NOTHING,
    );
  });
});
