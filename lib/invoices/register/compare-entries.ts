import { cursorAt } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import type { ListedInvoice } from "./select-invoices";

/** Compares rows in memory in the order of sort-invoices.ts: texts by bytes; rows without a due date always last. */
export function compareEntries(a: ListedInvoice, b: ListedInvoice, { by, isAscending }: InvoiceSort): number {
  if (by === "due" && (a.dueOn === null) !== (b.dueOn === null)) return a.dueOn === null ? 1 : -1;
  return compareKeys(a, b, by) * (isAscending ? 1 : -1);
}

function compareKeys(a: ListedInvoice, b: ListedInvoice, by: InvoiceSort["by"]): number {
  if (by !== "amount")
    return compareBytes(cursorAt(a, by).key ?? "", cursorAt(b, by).key ?? "") || compareBytes(a.id, b.id);
  const difference = a.signedWithVatMinor - b.signedWithVatMinor;
  return (
    compareBytes(a.currency, b.currency) ||
    (difference < 0n ? -1 : difference > 0n ? 1 : 0) ||
    compareBytes(a.id, b.id)
  );
}

const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
