import { describe, expect, it } from "vitest";
import {
  archivePath,
  downloadPath,
  exportPath,
  filteredListPath,
  listPath,
  readListPath,
  removedPath,
} from "@/lib/invoices/filter/invoice-paths";

describe("the portal's own paths", () => {
  it("contain no default values", () => {
    expect([listPath({}), archivePath({ scope: "own" }), downloadPath("1")]).toEqual([
      "/invoices",
      "/invoices/archive",
      "/invoices/1/original?download",
    ]);
  });

  it("contain the scope of several companies", () => {
    expect([
      listPath({ scope: "all" }),
      archivePath({ scope: "all", year: 2025 }),
      downloadPath("1", "all"),
      removedPath("FT 1&2", "all"),
    ]).toEqual([
      "/invoices?scope=all",
      "/invoices/archive?scope=all&year=2025",
      "/invoices/1/original?download&scope=all",
      "/invoices/removed?number=FT+1%262&scope=all",
    ]);
  });

  it("of a list contain only the given filters", () => {
    expect(filteredListPath({ to: "2026-10-31", from: "2026-10-01" })).toBe(
      "/invoices?from=2026-10-01&to=2026-10-31",
    );
  });

  it("stay within the portal for any input", () => {
    expect(readListPath(new URLSearchParams("q=a&next=//evil.example&from=x&sort=//"))).toBe("/invoices?q=a");
  });

  it("of an export contain the filter, the days until removal (`leaving`) and never downloaded (`untaken`)", () => {
    expect([
      exportPath("csv", { scope: "own" }),
      exportPath("zip", { filter: { from: "2026-10-01", isNew: true }, scope: "all" }),
      exportPath("zip", { expiryDays: 30, scope: "all", isNeverTaken: true }),
    ]).toEqual([
      "/invoices/export?format=csv",
      "/invoices/export?format=zip&from=2026-10-01&new=1&scope=all",
      "/invoices/export?format=zip&leaving=30&scope=all&untaken=1",
    ]);
  });
});
