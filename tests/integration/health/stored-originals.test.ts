import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Operator, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { openHealth } from "@/lib/health/open-health";
import { readStoredOriginals } from "@/lib/health/read-stored-originals";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import { makeStaff, resetToOneAccount, type TestAccount, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;
let operator: Operator;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
  operator = (await makeStaff("operator", null)).viewer as Operator;
});

describe("the originals that are kept", () => {
  /** Adds invoices of 1,000 bytes. */
  const add = (count: number) => {
    const depositId = randomUUID();
    const rows = Array.from({ length: count }, () => ({
      ...invoiceRow(supplier, account, depositId),
      size: 1_000,
    }));
    return insertInvoices(supplier, depositId, rows);
  };
  const read = (viewer: Viewer, mostPages?: number) =>
    withViewer(viewer, (tx) => readStoredOriginals(tx, mostPages));

  it("are counted with their bytes, of all suppliers, for operators only", async () => {
    await add(3);
    expect((await openHealth(operator)).stored).toEqual({ originals: 3, bytes: 3_000, isEstimate: false });
    const manager = (await makeStaff("manager", supplier)).viewer;
    for (const viewer of [manager, account.administrator, supplier.keyViewer])
      expect(await read(viewer)).toEqual({ originals: 0, bytes: 0, isEstimate: false });
  });

  it("are estimated from a part of the pages when there are very many", async () => {
    await add(2_000);
    const [estimate, rows] = await withViewer(operator, async (tx) => [
      await readStoredOriginals(tx, 60),
      await tx.execute<{ read: number }>(sql`
        select seq_tup_read::int as read from pg_stat_xact_user_tables where relname = 'invoices'`),
    ]);
    expect(rows[0]?.read).toBeGreaterThan(0);
    expect(rows[0]?.read).toBeLessThan(1_800);
    expect(estimate.isEstimate).toBe(true);
    for (const [figure, exact] of [
      [estimate.originals, 2_000],
      [estimate.bytes, 2_000_000],
    ] as const)
      expect(Math.abs(figure - exact)).toBeLessThan(exact / 2);
  });
});
