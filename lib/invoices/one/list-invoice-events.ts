import { and, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { invoiceReadings } from "@/db/schema/invoices";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { TRACE_COLUMNS, tracedMail } from "@/lib/mails/deliveries/mail-trace";
import { whyNotNotified } from "@/lib/mails/mailable-account";
import { personLabel } from "@/lib/person-label";
import type { InvoiceEvent } from "./invoice-event";
import { listShareEvents } from "./list-share-events";

const MAX_ROWS = 50;
const MAIL_KINDS = ["notification_link", "notification_attachment", "digest", "missed_invoices"] as const;

/**
 * Lists the events of one invoice of the viewer's account, newest first: its mails with their delivery state, the
 * users of the account who opened or downloaded it, the uses of mailed links to it, and the links with which it was
 * shared. Empty for another account's invoice.
 */
export async function listInvoiceEvents(viewer: AccountReader, invoiceId: string): Promise<InvoiceEvent[]> {
  const events = await withViewer(viewer, (tx) =>
    Promise.all([
      listReadings(tx, viewer, invoiceId),
      listMails(tx, viewer, invoiceId),
      listUnmailed(tx, viewer, invoiceId),
      listLinkUses(tx, viewer, invoiceId),
      listShareEvents(tx, viewer, invoiceId),
    ]),
  );
  return events.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
}

async function listReadings(tx: Transaction, viewer: AccountReader, id: string): Promise<InvoiceEvent[]> {
  const rows = await tx
    .select({
      userId: invoiceReadings.userId,
      identifier: users.identifier,
      name: users.name,
      seenAt: invoiceReadings.seenAt,
      downloadedAt: invoiceReadings.downloadedAt,
    })
    .from(invoiceReadings)
    .innerJoin(users, eq(users.id, invoiceReadings.userId))
    .where(and(eq(invoiceReadings.invoiceId, id), eq(invoiceReadings.accountId, viewer.accountId)))
    .limit(MAX_ROWS);
  const read = rows.map(({ userId, identifier, name, ...at }) => ({
    ...at,
    by: { userId, label: personLabel({ identifier, name }) },
  }));
  return read.flatMap(({ seenAt, downloadedAt, by }) => [
    ...(seenAt ? [{ kind: "seen", at: seenAt, by } as const] : []),
    ...(downloadedAt ? [{ kind: "downloaded", at: downloadedAt, by } as const] : []),
  ]);
}

async function listMails(tx: Transaction, viewer: AccountReader, id: string): Promise<InvoiceEvent[]> {
  const digestIds = tx
    .select({ id: notifications.digestId })
    .from(notifications)
    .where(and(eq(notifications.invoiceId, id), eq(notifications.accountId, viewer.accountId)));
  const rows = await tx
    .select({
      kind: mails.kind,
      ...TRACE_COLUMNS,
    })
    .from(mails)
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(
      and(
        eq(mails.accountId, viewer.accountId),
        inArray(mails.kind, [...MAIL_KINDS]),
        or(eq(mails.subjectId, id), inArray(mails.subjectId, digestIds)),
      ),
    )
    .orderBy(desc(mails.createdAt))
    .limit(MAX_ROWS);
  return rows.flatMap(({ kind, ...trace }) => {
    const mail = MAIL_KINDS.find((one) => one === kind);
    return mail ? [{ kind: "mail", mail, ...tracedMail(trace) }] : [];
  });
}

async function listUnmailed(tx: Transaction, viewer: AccountReader, id: string): Promise<InvoiceEvent[]> {
  const rows = await tx
    .select({
      at: notifications.createdAt,
      state: notifications.state,
      preference: notifications.preference,
      channel: notifications.channel,
    })
    .from(notifications)
    .where(and(eq(notifications.invoiceId, id), eq(notifications.accountId, viewer.accountId)))
    .limit(MAX_ROWS);
  return rows.flatMap(({ at, state, preference, channel }): InvoiceEvent[] => {
    if (state === "mailed") return [];
    if (state === "cancelled") return [{ kind: "no_mail", at, why: "cancelled" }];
    const why = whyNotNotified({ channel, preference });
    if (why || preference === "none") return [{ kind: "no_mail", at, why: why ?? "none" }];
    if (state === "nothing_to_send") return [{ kind: "no_mail", at, why: "no_address" }];
    return [{ kind: "mail_to_come", at, preference }];
  });
}

async function listLinkUses(tx: Transaction, viewer: AccountReader, id: string): Promise<InvoiceEvent[]> {
  const rows = await tx
    .select({
      at: linkCapabilities.lastUsedAt,
      count: linkCapabilities.useCount,
      namesOthers: sql<boolean>`exists (
        select from ${linkCapabilityInvoices} other
        where other.link_id = ${linkCapabilities.id} and other.invoice_id <> ${id}
      )`,
    })
    .from(linkCapabilityInvoices)
    .innerJoin(linkCapabilities, eq(linkCapabilities.id, linkCapabilityInvoices.linkId))
    .where(
      and(
        eq(linkCapabilityInvoices.invoiceId, id),
        eq(linkCapabilityInvoices.accountId, viewer.accountId),
        isNotNull(linkCapabilities.lastUsedAt),
      ),
    )
    .limit(MAX_ROWS);
  return rows.flatMap(({ at, ...used }) => (at ? [{ kind: "link_used", at, ...used }] : []));
}
