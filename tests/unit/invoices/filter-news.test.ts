import { describe, expect, it } from "vitest";
import type { Flash } from "@/lib/http/flash";
import { filterNews } from "@/lib/invoices/saved-filters/filter-news";

const PATH = "/invoices?q=x";
const NOTHING = { done: null, refusal: null };

describe("the message after an action on saved filters", () => {
  it.each([
    [{ said: { saved: "Octobre" } }, { done: { kind: "saved", name: "Octobre" }, refusal: null }],
    [{ said: { removed: "Octobre" } }, { done: { kind: "removed", name: "Octobre" }, refusal: null }],
    [
      { said: { reason: "too_many" }, typed: { name: "x" } },
      { done: null, refusal: { reason: "too_many", name: "x" } },
    ],
    [{ said: { reason: "anything" } }, NOTHING],
    [{}, NOTHING],
  ])("for %j is %j", ({ said = {}, typed = {} }: Partial<Flash>, news) => {
    expect(filterNews({ said: { ...said, path: PATH }, typed }, PATH)).toEqual(news);
  });

  it("is nothing on the page of another list", () => {
    expect(filterNews({ said: { saved: "Octobre", path: PATH }, typed: {} }, "/invoices")).toEqual(NOTHING);
  });
});
