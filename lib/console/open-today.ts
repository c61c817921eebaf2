import { and, eq, type SQL, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { countLists, type ListCounts } from "@/lib/accounts/lists/count-lists";
import { ofRequestKind } from "@/lib/accounts/lists/list-condition";
import { now } from "@/lib/clock";
import { type Happening, listHappenings } from "./list-happenings";
import { type MailDays, readMailDays } from "./read-mail-days";

/** PostgreSQL ends a query of the page that takes longer. */
const LONGEST_MS = 5_000;

/** Open requests or questions, and since when the oldest waits. */
export interface Waiting {
  count: number;
  oldestAt: Date | null;
}

export interface Today {
  at: Date;
  counts: ListCounts;
  requests: Waiting;
  questions: Waiting;
  mails: MailDays;
  happenings: Happening[];
}

/** What a supplier's staff has to do today, the mails of the last 30 days and what just happened. */
export function openToday(viewer: StaffUser, timeZone: string): Promise<Today> {
  const at = now();
  return withViewer(
    viewer,
    async (tx) => ({
      at,
      counts: await countLists(tx, viewer, at),
      requests: await countWaiting(tx, viewer, ofRequestKind("requests")),
      questions: await countWaiting(tx, viewer, ofRequestKind("questions")),
      mails: await readMailDays(tx, viewer, timeZone, at),
      happenings: await listHappenings(tx, viewer),
    }),
    { longestQueryMs: LONGEST_MS },
  );
}

async function countWaiting(tx: Transaction, viewer: StaffUser, ofKind: SQL | undefined): Promise<Waiting> {
  const [found] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      oldestAt: sql<Date | null>`min(${customerRequests.createdAt})`.mapWith(customerRequests.createdAt),
    })
    .from(customerRequests)
    .where(
      and(eq(customerRequests.supplierId, viewer.supplierId), eq(customerRequests.state, "open"), ofKind),
    );
  return { count: found?.count ?? 0, oldestAt: found?.oldestAt ?? null };
}
