import { and, desc, not, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { COUNT_LIMIT } from "@/lib/invoices/register/invoice-summary";
import type { Minor } from "@/lib/money";
import { listTakers, type OtherTaking } from "@/lib/takings/list-takers";
import { isTakenBy, isTakenByAnyone } from "@/lib/takings/taken";

/** The invoices left to take, summed up; none of it above COUNT_LIMIT invoices. */
export interface Remaining {
  /** Newest first, `YYYY-MM`. */
  months: { month: string; count: number }[];
  totals: { currency: string; minor: Minor }[];
  /** How many of them somebody else has taken, and one of these takings. */
  byOthers: number;
  other: OtherTaking | null;
}

/** Sums up what is left to take; null when nothing is, or too much to sum up. */
export async function readRemaining(tx: Transaction, viewer: AccountReader): Promise<Remaining | null> {
  const rows = await tx
    .select({
      id: invoices.id,
      month: sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`,
      currency: invoices.currency,
      minor: invoices.signedWithVatMinor,
      isTaken: sql<boolean>`${isTakenByAnyone("invoices")}`,
    })
    .from(invoices)
    .where(and(visibleInvoices(viewer), not(isTakenBy(viewer))))
    .orderBy(desc(invoices.issuedOn), desc(invoices.id))
    .limit(COUNT_LIMIT + 1);
  if (rows.length === 0 || rows.length > COUNT_LIMIT) return null;
  const months = new Map<string, number>();
  const totals = new Map<string, Minor>();
  for (const { month, currency, minor } of rows) {
    months.set(month, (months.get(month) ?? 0) + 1);
    totals.set(currency, (totals.get(currency) ?? 0n) + minor);
  }
  const taken = rows.filter(({ isTaken }) => isTaken);
  const takers = await listTakers(
    tx,
    viewer,
    taken.slice(0, 1).map(({ id }) => id),
  );
  return {
    months: [...months].map(([month, count]) => ({ month, count })),
    totals: [...totals].map(([currency, minor]) => ({ currency, minor })),
    byOthers: taken.length,
    other: [...takers.values()][0] ?? null,
  };
}
