import { and, eq, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import { countExpiring, type ExpiryCounts } from "@/lib/retention/open-expiring-invoices";
import { type AnnouncedMonth, compareAnnounced } from "./compare-announced";
import { countMonths, type MonthCount } from "./count-months";
import { findGaps } from "./find-gaps";
import type { NumberGap } from "./number-gaps";

/** Longer than any retention; needed because an issue date may have any year. */
const MAX_YEARS = 12;

/** The data of one account for one year of issue dates. */
export interface AccountYear {
  year: number;
  /** All years with present or removed invoices, and the current year; latest first. */
  years: number[];
  months: MonthCount[];
  /** Null when there are too many numbers to examine. */
  gaps: NumberGap[] | null;
  /** What the supplier announced, for the months with an announcement. */
  announced: AnnouncedMonth[];
  expiring: ExpiryCounts | null;
}

/** Reads the requested year, or the current year if that one has no invoices. */
export async function readYear(
  tx: Transaction,
  viewer: AccountReader,
  { today, requestedYear }: { today: PlainDate; requestedYear: number },
): Promise<AccountYear> {
  const thisYear = Number(today.slice(0, 4));
  const years = await findYears(tx, viewer, thisYear);
  const year = years.includes(requestedYear) ? requestedYear : thisYear;
  const [months, gaps, announced, expiring] = await Promise.all([
    countMonths(tx, viewer, year),
    findGaps(tx, viewer, year),
    compareAnnounced(tx, viewer, year),
    countExpiring(tx, viewer, today),
  ]);
  return { year, years, months, gaps, announced, expiring };
}

async function findYears(tx: Transaction, viewer: AccountReader, thisYear: number): Promise<number[]> {
  const [[present], [removed]] = await Promise.all([
    tx
      .select({
        first: sql<PlainDate | null>`min(${invoices.issuedOn})`,
        last: sql<PlainDate | null>`max(${invoices.issuedOn})`,
      })
      .from(invoices)
      .where(visibleInvoices(viewer)),
    tx
      .select({ first: sql<PlainDate | null>`min(${ledgerEntries.issuedOn})` })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.accountId, viewer.accountId), eq(ledgerEntries.kind, "removed"))),
  ]);
  const yearOf = (day: PlainDate | null | undefined) => (day ? Number(day.slice(0, 4)) : thisYear);
  const last = Math.max(yearOf(present?.last), thisYear);
  const first = Math.min(yearOf(present?.first), yearOf(removed?.first), thisYear);
  return Array.from({ length: Math.min(last - first + 1, MAX_YEARS) }, (_, step) => last - step);
}
