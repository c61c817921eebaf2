import { and, eq, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { deliveries, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { TRACE_COLUMNS, tracedMail } from "@/lib/mails/deliveries/mail-trace";
import { knownKind } from "@/lib/mails/kinds/mail-kinds";
import type { TimeCursor } from "@/lib/time-cursor";
import type { TimelineEntry } from "./timeline";

/** A page of the timeline: at most `limit` rows before this position. */
export interface TimelinePage {
  accountId: string;
  before: TimeCursor | null;
  limit: number;
}

/** The account's mails, the most recently queued first. */
export async function selectMails(
  tx: Transaction,
  viewer: StaffUser,
  { accountId, before, limit }: TimelinePage,
): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({
      id: mails.id,
      kind: mails.kind,
      number: sql<string | null>`${mails.props} -> 'document' ->> 'number'`,
      reportedAt: deliveries.updatedAt,
      ...TRACE_COLUMNS,
    })
    .from(mails)
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(
      and(
        eq(mails.supplierId, viewer.supplierId),
        eq(mails.accountId, accountId),
        olderThan(mails.createdAt, mails.id, before),
      ),
    )
    .orderBy(newestFirst(mails.createdAt), newestFirst(mails.id))
    .limit(limit);
  return rows.map(({ id, kind, number, reportedAt, ...trace }) => {
    const { recipient, status, isTrouble } = tracedMail(trace);
    const mail = knownKind(kind) ?? "other";
    return {
      ...{ kind: "mail", id, at: trace.queuedAt, mail, recipient, status, isTrouble, reportedAt, number },
    } satisfies TimelineEntry;
  });
}
