import { beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/tests/support/list-invoices";
import type { TestAccount } from "@/tests/support/world";
import { fillSamples, SAMPLES } from "./filter-samples";
import { listing } from "./listing";

let account: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  ({ account, other } = await fillSamples());
});

const found = async (filter: Parameters<typeof listing>[0]) =>
  (await listInvoices(account.member, listing(filter))).rows;

describe("the summary above the list", () => {
  it("counts the invoices that this user has not downloaded, independent of colleagues", async () => {
    const kept = SAMPLES.filter(({ isDownloaded }) => !isDownloaded);
    expect(await found({ isNew: true })).toHaveLength(kept.length);
    const colleague = await listInvoices(account.administrator, listing({ isNew: true }));
    expect(colleague.count).toBe(0);
    const elsewhere = await listInvoices(other.member, listing({ isNew: true }));
    expect(elsewhere.count).toBe(SAMPLES.length);
  });

  it("adds up each currency and subtracts credit notes with either sign", async () => {
    const list = await listInvoices(account.member, listing({ from: "2026-10-01", to: "2026-10-31" }));
    expect(list.totals).toEqual([
      { currency: "EUR", withVatMinor: -100_020n - 15_480n, withoutVatMinor: null },
    ]);
    const all = await listInvoices(account.member, listing());
    expect(all.totals.map(({ currency }) => currency)).toEqual(["EUR", "JPY", "TND"]);
    expect(all.totals[1]).toEqual({ currency: "JPY", withVatMinor: 1_000n, withoutVatMinor: 1_000n });
    expect([all.creditNotes, all.remaining, all.size]).toEqual([2, 7, SAMPLES.length]);
    expect(all.months["2026-10"]?.totals).toEqual(list.totals);
    expect([all.months["2026-10"]?.remaining, all.months["2026-11"]?.remaining]).toEqual([1, 4]);
  });

  it("counts the invoices that this user has neither opened nor downloaded, and the columns that are filled", async () => {
    const list = await listInvoices(account.member, listing());
    expect(list.unread).toBe(SAMPLES.filter((one) => !one.isDownloaded && !one.isSeen).length);
    expect(await found({ isUnread: true })).toHaveLength(list.unread);
    expect(list.filled).toEqual({ contract: true, vehicle: true, dueOn: false, withoutVat: true });
    const plain = await listInvoices(account.member, listing({ q: "AV-1" }));
    expect(plain.filled).toEqual({ contract: false, vehicle: false, dueOn: false, withoutVat: true });
  });

  it("counts the invoices that arrived since the last visit and were not opened", async () => {
    const since = async (lastVisitAt: Date | null) =>
      (await listInvoices(account.member, listing({}, { lastVisitAt }))).sinceLastVisit;
    expect(await since(new Date(Date.parse("2020-01-01")))).toBe(6);
    expect(await since(new Date(Date.parse("2099-01-01")))).toBe(0);
    expect(await since(null)).toBe(0);
  });
});
