import { describe, expect, it } from "vitest";
import { addUpExpiringInvoices, type ExpiryCounts } from "@/lib/retention/open-expiring-invoices";

const counts = (change: Partial<ExpiryCounts> = {}): ExpiryCounts => ({
  windows: [{ days: 30, until: "2026-12-23", count: 3, neverTaken: 1 }],
  first: "2026-11-30",
  isCapped: false,
  ...change,
});

describe("invoices that will be removed soon", () => {
  it("are absent when none will be removed soon", () => {
    expect(addUpExpiringInvoices([null, null], "all")).toBeNull();
  });

  it("can be downloaded, all of them or only those that nobody has downloaded", () => {
    expect(addUpExpiringInvoices([counts(), null], "own")?.windows).toEqual([
      {
        days: 30,
        until: "2026-12-23",
        count: 3,
        neverTaken: 1,
        downloadHref: "/invoices/export?format=zip&leaving=30",
        neverTakenHref: "/invoices/export?format=zip&leaving=30&untaken=1",
      },
    ]);
  });

  it("are added up over companies, with the earliest day of removal", () => {
    const other = counts({ first: "2026-11-25", isCapped: true });
    expect(addUpExpiringInvoices([counts(), other], "all")).toMatchObject({
      windows: [
        { count: 6, neverTaken: 2, downloadHref: "/invoices/export?format=zip&leaving=30&scope=all" },
      ],
      first: "2026-11-25",
      isCapped: true,
    });
  });
});
