import { and, eq, gt, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { deliveries, mails } from "@/db/schema/mails";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { now } from "@/lib/clock";
import { daysBefore } from "@/lib/durations";
import { TRACE_COLUMNS, type TracedMail, tracedMail } from "@/lib/mails/deliveries/mail-trace";
import { knownKind, type MailKind } from "@/lib/mails/kinds/mail-kinds";
import type { TimeCursor } from "@/lib/time-cursor";

export const LISTED_DAYS = 30;
const PAGE_SIZE = 50;

/** A mail of the last 30 days. */
export interface SentMail extends TracedMail {
  id: string;
  kind: MailKind | "other";
  companyName: string | null;
  customerNumber: string | null;
  accountId: string | null;
  /** Whether it came back from a mailbox to which the recipient forwards. */
  isForwardRefused: boolean;
}

/** One page of all mails of the supplier of the last 30 days, newest first, with the delivery state of each. */
export async function listSentMails(
  viewer: StaffUser,
  after: TimeCursor | null,
  limit = PAGE_SIZE,
): Promise<{ mails: SentMail[]; older: TimeCursor | null }> {
  const from = daysBefore(now(), LISTED_DAYS);
  const rows = await withSearch(viewer, (tx) =>
    tx
      .select({
        id: mails.id,
        kind: mails.kind,
        accountId: mails.accountId,
        customerNumber: accounts.customerNumber,
        companyName: sql<string | null>`${ACCOUNT_NAME}`,
        forwardReason: deliveries.forwardReason,
        ...TRACE_COLUMNS,
      })
      .from(mails)
      .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
      .leftJoin(accounts, eq(accounts.id, mails.accountId))
      .leftJoin(companies, eq(companies.id, accounts.companyId))
      .where(
        and(
          eq(mails.supplierId, viewer.supplierId),
          gt(mails.createdAt, from),
          olderThan(mails.createdAt, mails.id, after),
        ),
      )
      .orderBy(newestFirst(mails.createdAt), newestFirst(mails.id))
      .limit(limit + 1),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    mails: shown.map(({ id, kind, accountId, customerNumber, companyName, forwardReason, ...trace }) => ({
      ...{ id, accountId, customerNumber, companyName },
      kind: knownKind(kind) ?? "other",
      isForwardRefused: forwardReason !== null,
      ...tracedMail(trace),
    })),
    older: rows.length > limit && last ? { at: last.queuedAt, id: last.id } : null,
  };
}
