import { describe, expect, it } from "vitest";
import { filterNews } from "@/lib/invoices/saved-filters/filter-news";

const PATH = "/invoices?q=x";
const NOTHING = { done: null, refusal: null };

describe("what the last action on saved filters says", () => {
  it.each([
    [{ saved: "Octobre" }, { done: { kind: "saved", name: "Octobre" }, refusal: null }],
    [{ removed: "Octobre" }, { done: { kind: "removed", name: "Octobre" }, refusal: null }],
    [
      { refused: "too_many", name: "x" },
      { done: null, refusal: { reason: "too_many", name: "x" } },
    ],
    [{ refused: "anything" }, NOTHING],
    [{}, NOTHING],
  ])("of %j is %j", (flash, news) => {
    expect(filterNews({ ...flash, path: PATH }, PATH)).toEqual(news);
  });

  it("is nothing on the page of another list", () => {
    expect(filterNews({ saved: "Octobre", path: PATH }, "/invoices")).toEqual(NOTHING);
  });
});
