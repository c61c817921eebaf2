import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { now } from "@/lib/clock";
import { HOUR_MS } from "@/lib/durations";
import { moveLastDays } from "@/lib/settings/retention-raise/move-last-days";
import { findRaise, RAISED_TOGETHER } from "@/lib/settings/retention-raise/retention-raise";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import { provenManager, saveForm } from "./settings-world";

it("a raised retention moves many invoices in batches, says so meanwhile, and leaves later deposits what they were promised", async () => {
  clockAt(new Date("2026-11-23T09:00:00Z"));
  await testDatabase().reset();
  const supplier = await makeSupplier();
  const session = await provenManager(supplier);
  const account = await makeAccount(supplier);
  const deposit = randomUUID();
  const row = () => ({
    ...invoiceRow(supplier, account, deposit),
    ...{ issued_on: "2026-11-02", remove_after: "2028-11-02", deposited_at: new Date("2026-11-20") },
  });
  await insertInvoices(supplier, deposit, Array.from({ length: RAISED_TOGETHER + 5 }, row));
  const last = async () =>
    asOwner(async (sql) => {
      const rows = await sql<{ day: string; n: number }[]>`
          select remove_after::text as day, count(*)::int as n from invoices where supplier_id = ${supplier.id}
          group by 1 order by 1`;
      return Object.fromEntries(rows.map(({ day, n }) => [day, n]));
    });
  await saveForm(session, "retention", { retentionMonths: "36" });
  expect(await last()).toEqual({ "2028-11-02": 5, "2029-11-02": RAISED_TOGETHER });
  expect(await findRaise(session.viewer)).toBe(36);
  const raisedAt = now().getTime();
  // Lowered meanwhile: a later deposit is kept for 24 months only.
  await saveForm(session, "retention", { retentionMonths: "24" });
  const later = randomUUID();
  await insertInvoices(supplier, later, [
    { ...row(), deposit_id: later, deposited_at: new Date(raisedAt + HOUR_MS) },
  ]);
  await Promise.all(Array.from({ length: 3 }, () => moveLastDays(now())));
  await moveLastDays(now());
  expect(await last()).toEqual({ "2028-11-02": 1, "2029-11-02": RAISED_TOGETHER + 5 });
  expect(await findRaise(session.viewer)).toBeNull();
  clockAt(raisedAt + HOUR_MS);
  await moveLastDays(now());
  expect(await asOwner((sql) => sql`select from retention_raises where ended_at is null`)).toHaveLength(0);
});
