import { and, gte, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import { compareAnnounced } from "./compare-announced";

/** This year and the two before. */
const YEARS = 3;

/**
 * Whether nothing is missing for certain: the supplier announced every month with invoices, and count and total of each
 * announced month agree, except of the current one, which is not over.
 */
export async function isCertain(tx: Transaction, viewer: AccountReader, today: PlainDate): Promise<boolean> {
  const thisYear = Number(today.slice(0, 4));
  const announced = await compareAnnounced(tx, viewer, thisYear - YEARS + 1, thisYear);
  if (announced.length === 0) return false;
  const present = await tx
    .selectDistinct({ month: sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')` })
    .from(invoices)
    .where(and(visibleInvoices(viewer), gte(invoices.issuedOn, `${thisYear - YEARS + 1}-01-01`)));
  const complete = new Set(announced.filter((one) => one.isComplete).map(({ month }) => month));
  return (
    complete.size > 0 &&
    present.every(({ month }) => complete.has(month)) &&
    announced.every((one) => one.isComplete || one.month >= today.slice(0, 7))
  );
}
