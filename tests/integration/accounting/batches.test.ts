import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { LAYOUTS } from "@/lib/accounting/layouts/layout";
import { openAccounting } from "@/lib/accounting/open-accounting";
import { openBatch } from "@/lib/accounting/open-batch";
import { previewBatch } from "@/lib/accounting/preview-batch";
import { MOST_IN_BATCH } from "@/lib/accounting/waiting-invoices";
import { withdrawInvoice } from "@/lib/deposits/withdraw-invoice";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import {
  asOwner,
  makeAccount,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { WORDS } from "@/tests/unit/accounting/booked";
import { addBooked, fileOf, made, make, setUp } from "./accounting-world";

let supplier: TestSupplier;
let account: TestAccount;
let session: CustomerSession;

beforeEach(async () => {
  clockAt("2026-11-30T10:00:00Z");
  ({ supplier, account } = await resetToOneAccount());
  session = await sessionOf(account.identifiers.administrator);
});

const memberOf = async (batchId: string): Promise<string[]> => {
  const rows = await asOwner(
    (sql) => sql`select number from accounting_entries where batch_id = ${batchId} order by position`,
  );
  return rows.map((row) => String(row.number));
};

describe("a batch for the accounting", () => {
  it("takes what no batch has, by issue date; a late invoice of a past month is in the next one", async () => {
    await setUp(account.administrator);
    await addBooked(supplier, account, [
      { number: "F-2", issued_on: "2026-11-02" },
      { number: "F-1", issued_on: "2026-10-02" },
    ]);
    const first = await made(session);
    expect([first.number, await memberOf(first.batchId)]).toEqual([1, ["F-1", "F-2"]]);
    expect(await make(session)).toEqual({ ok: false, reason: "nothing_waiting" });
    await addBooked(supplier, account, [{ number: "F-0", issued_on: "2026-09-30" }]);
    const second = await made(session);
    expect([second.number, await memberOf(second.batchId)]).toEqual([2, ["F-0"]]);
    const { waiting, batches } = await openAccounting(session);
    expect(waiting).toEqual([]);
    expect(batches.map(({ number, invoices, totalMinor }) => [number, invoices, totalMinor])).toEqual([
      [2, 1, 12_000n],
      [1, 2, 24_000n],
    ]);
  });

  it("is given again byte for byte, after other settings and after its invoices are gone", async () => {
    await setUp(account.administrator);
    const [invoice] = await addBooked(supplier, account, [{}, { type: "credit_note", type_code: "381" }]);
    const { batchId } = await made(session);
    const files = () => Promise.all(LAYOUTS.map((name) => fileOf(session, batchId, name)));
    const before = await files();
    expect(before[0]?.toString("utf8").split("\r\n")).toHaveLength(1 + 2 * 3 + 1);
    await setUp(account.administrator, { journal: "XX", supplierAccount: "499", recovery: "no" });
    await asOwner(async (sql) => {
      await sql`delete from invoice_lines where invoice_id = ${invoice?.id ?? ""}`;
      await sql`delete from invoice_vat where invoice_id = ${invoice?.id ?? ""}`;
      await sql`delete from invoices where id = ${invoice?.id ?? ""}`;
    });
    expect(await files()).toEqual(before);
  });

  it("holds each invoice once when many are made at the same moment", async () => {
    await setUp(account.administrator);
    const added = await addBooked(
      supplier,
      account,
      Array.from({ length: 30 }, () => ({})),
    );
    const member = await sessionOf(account.identifiers.member);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) => make(at % 2 === 0 ? session : member)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await asOwner((sql) => sql`select invoice_id from accounting_entries`);
    expect(rows.map((row) => String(row.invoice_id)).sort()).toEqual(added.map(({ id }) => id).sort());
    const events = await asOwner(
      (sql) => sql`select details from audit_events where action = 'accounting_batch_made'`,
    );
    expect(events.map(({ details }) => details as unknown)).toEqual([{ number: 1, invoices: 30 }]);
  });

  it("contains what its preview showed, without what was deposited since or issued later", async () => {
    await setUp(account.administrator, { charges: { rent: "", maintenance: "", insurance: "", other: "" } });
    await addBooked(supplier, account, [
      { number: "F-1", issued_on: "2026-10-31" },
      { number: "F-2", issued_on: "2026-11-01" },
    ]);
    const preview = await previewBatch(session, { currency: "EUR", issuedThrough: "2026-10-31" }, WORDS);
    expect(preview).toMatchObject({
      left: 1,
      isReady: true,
      totals: { invoices: 1, incomplete: 1, totalMinor: 12_000n },
    });
    expect(preview?.totals.gaps.get("no_charge_account")).toEqual({ invoices: 1, numbers: ["F-1"] });
    await addBooked(supplier, account, [{ number: "F-3", issued_on: "2026-10-01" }]);
    const choice = { upTo: preview?.waiting.newest ?? null, issuedThrough: "2026-10-31" };
    expect(await memberOf((await made(session, choice)).batchId)).toEqual(["F-1"]);
    expect(await memberOf((await made(session)).batchId)).toEqual(["F-3", "F-2"]);
  });

  it("is not made from a preview that is older than another batch: its rest may be other invoices", async () => {
    await setUp(account.administrator);
    await addBooked(supplier, account, [
      { number: "F-1", issued_on: "2026-10-31" },
      { number: "F-2", issued_on: "2026-11-01" },
    ]);
    const preview = () => previewBatch(session, { currency: "EUR", issuedThrough: null }, WORDS);
    const shown = { number: (await preview())?.number ?? 0 };
    expect(await memberOf((await made(session, { ...shown, issuedThrough: "2026-10-31" })).batchId)).toEqual([
      "F-1",
    ]);
    expect(await make(session, shown)).toEqual({ ok: false, reason: "made_meanwhile" });
    const shownAgain = { number: (await preview())?.number ?? 0 };
    const { batchId, number } = await made(session, shownAgain);
    expect([number, await memberOf(batchId)]).toEqual([2, ["F-2"]]);
    expect(await make(session, shownAgain)).toEqual({ ok: false, reason: "nothing_waiting" });
  });

  it("has one currency, and starts with what is deposited from the first day on, in the supplier's time zone", async () => {
    await setUp(account.administrator, { startsOn: "2026-11-20" });
    await addBooked(supplier, account, [
      { number: "F-1", deposited_at: new Date("2026-11-19T22:59:59Z") },
      { number: "F-2", deposited_at: new Date("2026-11-19T23:00:00Z"), issued_on: "2025-01-01" },
      { number: "U-1", currency: "USD" },
    ]);
    expect(await memberOf((await made(session)).batchId)).toEqual(["F-2"]);
    const dollars = await made(session, { currency: "USD" });
    expect(await memberOf(dollars.batchId)).toEqual(["U-1"]);
    expect((await openBatch(session.viewer, dollars.batchId))?.layouts).toEqual(["csv"]);
    expect((await openAccounting(session)).waiting).toEqual([]);
  });

  it("is refused before journal and supplier account are set", async () => {
    await addBooked(supplier, account, [{}]);
    expect(await make(session)).toEqual({ ok: false, reason: "not_set" });
    expect((await openAccounting(session)).isReady).toBe(false);
  });

  it("tells once of the invoices of earlier batches that were withdrawn since", async () => {
    await setUp(account.administrator);
    const [first, second] = await addBooked(supplier, account, [{ number: "F-1" }, { number: "F-2" }]);
    await made(session);
    await withdrawInvoice(supplier.keyViewer, first?.id ?? "", "wrong customer");
    const named = { number: "F-1", batchNumber: 1, position: 1, totalMinor: 12_000n };
    expect((await openAccounting(session)).withdrawn).toMatchObject([named]);
    await addBooked(supplier, account, [{ number: "F-3" }]);
    const next = await made(session);
    expect((await openBatch(session.viewer, next.batchId))?.withdrawn).toMatchObject([named]);
    expect((await openAccounting(session)).withdrawn).toEqual([]);
    await withdrawInvoice(supplier.keyViewer, second?.id ?? "", "wrong customer");
    expect((await openAccounting(session)).withdrawn).toMatchObject([{ number: "F-2" }]);
    expect((await openBatch(session.viewer, next.batchId))?.withdrawn).toHaveLength(1);
  });

  it("leaves out an invoice that was withdrawn before", async () => {
    await setUp(account.administrator);
    const [first] = await addBooked(supplier, account, [{ number: "F-1" }, { number: "F-2" }]);
    await withdrawInvoice(supplier.keyViewer, first?.id ?? "", "wrong customer");
    expect(await memberOf((await made(session)).batchId)).toEqual(["F-2"]);
  });

  it("of another account does not exist, also at the same supplier", async () => {
    await setUp(account.administrator);
    await addBooked(supplier, account, [{}]);
    const { batchId } = await made(session);
    const other = await makeAccount(supplier);
    const stranger = await sessionOf(other.identifiers.administrator);
    expect(await openBatch(stranger.viewer, batchId)).toBeNull();
    expect(await openBatch(session.viewer, "x' or 1=1")).toBeNull();
    expect((await openAccounting(stranger)).batches).toEqual([]);
  });
});

/** Collects the garbage at once. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** The most megabytes that are still in use while `work` runs, after a collection, beyond those before. */
async function mostInUse(work: () => Promise<unknown>): Promise<number> {
  const inUse = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = inUse();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, inUse())), 200);
  await work();
  clearInterval(timer);
  return most - before;
}

it("a large account is taken in bounded batches, without growing memory", { timeout: 120_000 }, async () => {
  await setUp(account.administrator);
  const count = MOST_IN_BATCH + 500;
  for (let at = 0; at < count; at += 1_000)
    await addBooked(
      supplier,
      account,
      Array.from({ length: Math.min(1_000, count - at) }, () => ({})),
    );
  const batches: { batchId: string; invoices: number }[] = [];
  const make = async () => void batches.push(await made(session));
  const [large, small] = [await mostInUse(make), await mostInUse(make)];
  expect(batches.map(({ invoices }) => invoices)).toEqual([MOST_IN_BATCH, 500]);
  // All entries at once would take twenty.
  expect(Math.max(large, small)).toBeLessThan(8);
  const csv = await fileOf(session, batches[0]?.batchId ?? "", "csv");
  expect(csv.toString("utf8").split("\r\n")).toHaveLength(1 + MOST_IN_BATCH * 3 + 1);
});
