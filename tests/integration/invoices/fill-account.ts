import { randomUUID } from "node:crypto";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import type { TestAccount, TestSupplier } from "@/tests/support/world";

/**
 * Inserts invoices with these issue dates and the columns of `change`, without a deposit; returns their ids in order.
 */
export async function fillAccount(
  supplier: TestSupplier,
  account: TestAccount,
  dates: readonly string[],
  change: Record<string, unknown> | ((index: number) => Record<string, unknown>) = {},
): Promise<string[]> {
  if (dates.length === 0) return [];
  const depositId = randomUUID();
  const rows = dates.map((issuedOn, index) => ({
    ...invoiceRow(supplier, account, depositId),
    issued_on: issuedOn,
    ...(typeof change === "function" ? change(index) : change),
  }));
  await insertInvoices(supplier, depositId, rows);
  return rows.map(({ id }) => id);
}
