import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoices } from "@/db/schema/invoices";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { DOCUMENT_COLUMNS } from "./waiting-notifications";

/** The kinds of mail that notify an account of invoices. The last two list several invoices. */
export const INVOICE_MAIL_KINDS = [
  "notification_link",
  "notification_attachment",
  "digest",
  "missed_invoices",
] as const;

/** The maximum number of invoices in one mail; the next mail has the others. */
const MAX_MISSED_PER_MAIL = 1_000;

/**
 * Finds the missed invoices of these accounts, oldest first: they are available, and the newest mail about each
 * bounced, was cancelled, or may not have been sent, or there was no address for a mail. Invoices of an account that
 * wants no mail, or gets paper, are not missed.
 */
export async function findMissed(tx: Transaction, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  const missed = missedOf(tx, accountIds);
  return tx
    .select({
      accountId: missed.accountId,
      generation: missed.generation,
      preference: missed.preference,
      channel: missed.channel,
      notifiedAt: missed.notifiedAt,
      document: DOCUMENT_COLUMNS,
    })
    .from(missed)
    .innerJoin(invoices, eq(invoices.id, missed.invoiceId))
    .orderBy(asc(missed.notifiedAt), asc(invoices.id))
    .limit(MAX_MISSED_PER_MAIL);
}

export type MissedInvoice = Awaited<ReturnType<typeof findMissed>>[number];

/** Counts the missed invoices of each account, without a limit. Accounts that missed nothing are not in the map. */
export async function countMissed(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const missed = missedOf(tx, accountIds);
  const rows = await tx
    .select({ accountId: missed.accountId, count: sql<number>`count(*)::int` })
    .from(missed)
    .groupBy(missed.accountId);
  return new Map(rows.map(({ accountId, count }) => [accountId, count]));
}

/** The newest notification of each invoice that was missed. */
function missedOf(tx: Transaction, accountIds: readonly string[]) {
  const newest = tx
    .selectDistinctOn([notifications.invoiceId], {
      invoiceId: notifications.invoiceId,
      accountId: notifications.accountId,
      generation: notifications.generation,
      preference: notifications.preference,
      channel: notifications.channel,
      digestId: notifications.digestId,
      notifiedAt: sql<Date>`${notifications.createdAt}`.mapWith(notifications.createdAt).as("notified_at"),
      state: notifications.state,
    })
    .from(notifications)
    .where(
      and(
        inArray(notifications.accountId, [...accountIds]),
        sql`${notifications.invoiceId} in (${candidates(accountIds)})`,
      ),
    )
    .orderBy(asc(notifications.invoiceId), desc(notifications.generation))
    .as("newest");
  const lastMail = tx
    .select({
      mailState: mails.state,
      mailReason: sql<string | null>`${mails.reason}`.as("mail_reason"),
      deliveryState: sql<string | null>`${deliveries.state}`.as("delivery_state"),
    })
    .from(mails)
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(
      and(
        eq(mails.accountId, newest.accountId),
        inArray(mails.kind, [...INVOICE_MAIL_KINDS]),
        sql`${mails.subjectId} in (${newest.invoiceId}, ${newest.digestId})`,
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1)
    .as("last_mail");
  return tx
    .select({
      invoiceId: newest.invoiceId,
      accountId: newest.accountId,
      generation: newest.generation,
      preference: newest.preference,
      channel: newest.channel,
      notifiedAt: newest.notifiedAt,
    })
    .from(newest)
    .innerJoin(invoices, eq(invoices.id, newest.invoiceId))
    .leftJoinLateral(lastMail, sql`true`)
    .where(
      and(
        eq(invoices.state, "available"),
        sql`case ${newest.state}
          when 'mailed' then coalesce(${lastMail.deliveryState} in ('bounced', 'undeliverable')
            or (${lastMail.mailState} in ('dead', 'uncertain') and ${lastMail.deliveryState} is distinct from 'delivered')
            or (${lastMail.mailState} = 'cancelled' and ${lastMail.mailReason} <> 'invoice_withdrawn'), false)
          when 'nothing_to_send' then ${newest.preference} <> 'none' and ${newest.channel} = 'electronic'
          else false end`,
      ),
    )
    .as("missed");
}

/**
 * The invoices of these accounts about which any mail did not arrive or could not be sent. The query uses partial
 * indexes, which hold only failures, so that the cost does not depend on the number of invoices.
 */
const candidates = (accountIds: readonly string[]): SQL => sql`
  with failed as (
    select m.subject_id from ${deliveries} as d join ${mails} as m on m.id = d.mail_id
    where ${isAmongIds(sql`d.account_id`, accountIds)} and d.state in ('bounced', 'undeliverable')
    union
    select m.subject_id from ${mails} as m
    where ${isAmongIds(sql`m.account_id`, accountIds)} and m.state in ('dead', 'uncertain', 'cancelled')
  )
  select subject_id from failed
  union all
  select listed.invoice_id from failed join ${notifications} as listed on listed.digest_id = failed.subject_id
  union all
  select unsent.invoice_id from ${notifications} as unsent
  where ${isAmongIds(sql`unsent.account_id`, accountIds)} and unsent.state = 'nothing_to_send'
    and unsent.preference <> 'none' and unsent.channel = 'electronic'`;
