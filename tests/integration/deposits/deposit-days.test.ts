import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { findAcceptedFile, listAcceptedFiles } from "@/lib/deposits/list-accepted-files";
import { listDepositDays } from "@/lib/deposits/list-deposit-days";
import { openDeposits } from "@/lib/deposits/open-deposits";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { madeInvoice } from "@/tests/support/made-invoice";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const PARIS = "Europe/Paris";

let supplier: TestSupplier;
let account: TestAccount;
let manager: Manager;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
});

async function deposit(at: string, number: string, by: Manager | null = null, customerNumber?: string) {
  clockAt(at);
  return depositInvoice(
    by ?? supplier.keyViewer,
    madeInvoice({ number }),
    { customerNumber: customerNumber ?? account.customerNumber },
    { dryRun: false },
  );
}

const daysOf = (viewer: Manager, before: string | null = null) =>
  withViewer(viewer, (tx) => listDepositDays(tx, viewer, { timeZone: PARIS, before }));

describe("the deposits of a supplier", () => {
  it("are grouped by day in Paris and by key or person, with the refused ones and the amount", async () => {
    await deposit("2026-11-27T05:58:00Z", "F-1");
    await deposit("2026-11-29T23:30:00Z", "F-2");
    await deposit("2026-11-30T05:58:00Z", "F-3");
    await deposit("2026-11-30T06:58:00Z", "F-4", manager);
    await deposit("2026-11-30T07:58:00Z", "F-5", null, "nobody");
    const { days, before } = await daysOf(manager);
    expect(before).toBeNull();
    expect(
      days.map(({ day, by, accepted, refused, totals }) => [day, by?.kind, accepted, refused, totals]),
    ).toEqual([
      ["2026-11-30", "person", 1, 0, [{ currency: "EUR", totalMinor: 120_000n }]],
      ["2026-11-30", "key", 2, 1, [{ currency: "EUR", totalMinor: 240_000n }]],
      ["2026-11-27", "key", 1, 0, [{ currency: "EUR", totalMinor: 120_000n }]],
    ]);
  });

  it("come in pages of fourteen days that leave out empty weeks", async () => {
    await deposit("2026-09-01T06:00:00Z", "F-1");
    await deposit("2026-11-20T06:00:00Z", "F-2");
    await deposit("2026-11-30T06:00:00Z", "F-3");
    const first = await daysOf(manager);
    expect([first.days.map(({ day }) => day), first.before]).toEqual([
      ["2026-11-30", "2026-11-20"],
      "2026-11-17",
    ]);
    const second = await daysOf(manager, first.before);
    expect([second.days.map(({ day }) => day), second.before]).toEqual([["2026-09-01"], null]);
  });

  it("are listed file by file, of a day or of a person, and one by its id", async () => {
    await deposit("2026-11-29T06:00:00Z", "F-1");
    await deposit("2026-11-30T06:00:00Z", "F-2", manager);
    const list = (day: string | null, by: string | null) =>
      listAcceptedFiles(manager, { day, by, after: null }, PARIS);
    expect((await list(null, null)).files.map(({ fileName }) => fileName)).toEqual(["F-2.xml", "F-1.xml"]);
    expect((await list("2026-11-29", null)).files.map(({ fileName }) => fileName)).toEqual(["F-1.xml"]);
    const [file] = (await list(null, manager.userId)).files;
    expect(file).toMatchObject({ fileName: "F-2.xml", by: { kind: "person" } });
    expect(await findAcceptedFile(manager, file?.depositId ?? "")).toMatchObject({
      invoice: { number: "F-2", customerNumber: account.customerNumber },
    });
  });

  it("are counted by day for the chart, and a late deposit is told", async () => {
    for (let week = 0; week < 8; week += 1) {
      const monday = new Date(Date.UTC(2026, 8, 28 + 7 * week, 5, 58));
      await deposit(monday.toISOString(), `F-${week}`);
    }
    clockAt("2026-11-23T09:00:00Z");
    const overview = await openDeposits(manager, { timeZone: PARIS, before: null });
    expect(overview.volume.total).toEqual({ accepted: 4, refused: 0 });
    expect(overview.late).toMatchObject({ lastDay: "2026-11-16" });
    await deposit("2026-11-23T09:01:00Z", "F-9");
    expect((await openDeposits(manager, { timeZone: PARIS, before: null })).late).toBeNull();
  });

  it("are not shown to another supplier, and a customer reads no row of them", async () => {
    await deposit("2026-11-30T06:00:00Z", "F-1");
    await deposit("2026-11-30T06:00:00Z", "F-2", null, "nobody");
    const other = (await makeStaff("manager", await makeSupplier())).viewer as Manager;
    expect(await daysOf(other)).toEqual({ days: [], before: null });
    const [deposited] = await asOwner((sql) => sql`select id from deposits`);
    expect(await findAcceptedFile(other, String(deposited?.id))).toBeNull();
    const seen = await withViewer(account.administrator, (tx) =>
      listDepositDays(tx, { ...manager, supplierId: supplier.id }, { timeZone: PARIS, before: null }),
    );
    expect(seen).toEqual({ days: [], before: null });
  });
});
