import { randomUUID } from "node:crypto";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import type { TestAccount, TestSupplier } from "@/tests/support/world";

/** Invoices of these issue dates, deposited now, past the deposit itself, each with what `change` gives it; returns their ids in the same order. */
export async function fillAccount(
  supplier: TestSupplier,
  account: TestAccount,
  dates: readonly string[],
  change: Record<string, unknown> | ((at: number) => Record<string, unknown>) = {},
): Promise<string[]> {
  if (dates.length === 0) return [];
  const depositId = randomUUID();
  const rows = dates.map((issuedOn, at) => ({
    ...invoiceRow(supplier, account, depositId),
    issued_on: issuedOn,
    ...(typeof change === "function" ? change(at) : change),
  }));
  await insertInvoices(supplier, depositId, rows);
  return rows.map(({ id }) => id);
}
