import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openArchive } from "@/lib/completeness/open-archive";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { openExpiringInvoices } from "@/lib/retention/open-expiring-invoices";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

const session = () => sessionOf(account.identifiers.administrator);
async function archive(query = "", asker = session()) {
  const { companies, ...opened } = await openArchive(await asker, new URLSearchParams(query));
  return { ...opened, ...companies[0] };
}

let entries = 0;
/** An entry of the ledger, like that of a removal or a withdrawal. */
async function inLedger(kind: "withdrawn" | "removed", number: string, issuedOn: string): Promise<void> {
  const hash = randomBytes(32);
  await asOwner(
    (sql) => sql`
      insert into ledger_entries (supplier_id, sequence, kind, invoice_id, account_id, number, issued_on, sha256,
        recorded_at, previous_hash, hash)
      values (${supplier.id}, ${(entries += 1)}, ${kind}, ${randomUUID()}, ${account.id}, ${number}, ${issuedOn}, ${hash},
        now(), ${hash}, ${hash})`,
  );
}

describe("« Archivage »", () => {
  it("counts per month of issue the invoices, those I took, and those anyone of the company took", async () => {
    const other = await makeAccount(supplier);
    await fillAccount(supplier, other, ["2026-10-05"]);
    const ids = await fillAccount(
      supplier,
      account,
      ["2026-10-05", "2026-10-31", "2026-10-01", "2026-11-02"],
      { remove_after: "2026-12-10" },
    );
    await fillAccount(supplier, account, ["2025-12-31"]);
    await fillAccount(supplier, account, ["2026-10-06"], { state: "withdrawn", withdrawn_at: new Date() });
    await recordDownloads(account.administrator, ids.slice(0, 1));
    await recordDownloads(account.member, ids.slice(0, 2));
    const opened = await archive();
    expect([opened.year, opened.years]).toEqual([2026, [2026, 2025]]);
    const none = { removed: 0, firstExpiring: "2026-12-10" };
    expect(opened.months).toEqual([
      { ...none, month: "2026-10", deposited: 3, taken: 1, takenByAnyone: 2 },
      { ...none, month: "2026-11", deposited: 1, taken: 0, takenByAnyone: 0 },
    ]);
    const colleague = await archive("", sessionOf(account.identifiers.member));
    expect(colleague.months?.[0]).toMatchObject({ taken: 2, takenByAnyone: 2 });
  });

  it("includes removed invoices, and opens the requested year if it exists", async () => {
    await inLedger("removed", "F-1", "2024-10-02");
    await inLedger("removed", "F-2", "2024-10-03");
    await fillAccount(supplier, account, ["2024-10-30"]);
    expect((await archive("year=2024")).months).toEqual([
      {
        month: "2024-10",
        deposited: 1,
        taken: 0,
        takenByAnyone: 0,
        removed: 2,
        firstExpiring: "2099-01-01",
      },
    ]);
    for (const query of ["year=1999", "year=abc", "year=2024&year=2025", ""])
      expect((await archive(query)).year).toBe(2026);
    expect((await archive()).years).toEqual([2026, 2025, 2024]);
  });

  it("finds a skipped number, and no gap when the number was withdrawn, removed or is of another year", async () => {
    const skipped = [7, 11, 15, 19];
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1).filter((at) => !skipped.includes(at));
    const number = (place: number) => `F-2026-${String(place).padStart(4, "0")}`;
    for (const at of numbers) await fillAccount(supplier, account, ["2026-07-14"], { number: number(at) });
    const missing = async () => (await archive()).gaps?.flatMap((gap) => gap.missing);
    expect(await missing()).toEqual(skipped.map(number));
    await inLedger("withdrawn", number(7), "2026-07-14");
    await inLedger("removed", number(11), "2026-07-14");
    await inLedger("withdrawn", number(15), "2025-12-31");
    expect(await missing()).toEqual([number(19)]);
  });
});

describe("the notice of invoices that are removed soon", () => {
  it("counts the invoices that will be removed within 7, 30 and 90 days, and those that nobody downloaded", async () => {
    const expiring = async (day: string) =>
      (await fillAccount(supplier, account, ["2024-12-01"], { remove_after: day }))[0] ?? "";
    const ids = [];
    for (const day of ["2026-11-20", "2026-11-30", "2026-12-01", "2026-12-23", "2027-02-21", "2027-02-22"])
      ids.push(await expiring(day));
    await recordDownloads(account.member, ids.slice(0, 2));
    expect(await openExpiringInvoices([await session()], "own")).toMatchObject({
      windows: [
        { days: 7, until: "2026-11-30", count: 2, neverTaken: 0 },
        { days: 30, until: "2026-12-23", count: 4, neverTaken: 2 },
        { days: 90, until: "2027-02-21", count: 5, neverTaken: 3 },
      ],
      first: "2026-11-20",
      isCapped: false,
    });
    clockAt("2026-11-23T23:30:00Z");
    expect((await openExpiringInvoices([await session()], "own"))?.windows[0]).toMatchObject({
      until: "2026-12-01",
      count: 3,
    });
  });

  it("is absent when no invoice will be removed", async () => {
    await fillAccount(supplier, account, ["2026-11-01"]);
    await fillAccount(supplier, await makeAccount(supplier), ["2024-12-01"], { remove_after: "2026-12-01" });
    expect(await openExpiringInvoices([await session()], "own")).toBeNull();
  });
});
