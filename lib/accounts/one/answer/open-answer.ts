import { and, asc, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import { suppliers } from "@/db/schema/suppliers";
import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { env } from "@/lib/env";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { TRACE_COLUMNS, tracedMail } from "@/lib/mails/deliveries/mail-trace";
import { whyNotNotified } from "@/lib/mails/mailable-account";
import { INVOICE_MAIL_KINDS } from "@/lib/notifications/find-missed";
import { personLabel } from "@/lib/person-label";
import { sendingAddress } from "@/lib/suppliers/sending-address";
import { isUuid } from "@/lib/uuid";
import { type AnswerMail, type InvoiceAnswer, invoiceRemedy, type NoMail } from "./invoice-answer";

const MAX_READERS = 50;

/**
 * Tells what happened to one invoice of an account; null when it is absent, another account's or another supplier's.
 */
export function openAnswer(
  viewer: StaffUser,
  accountId: string,
  invoiceId: string,
): Promise<InvoiceAnswer | null> {
  if (!isUuid(invoiceId)) return Promise.resolve(null);
  return withViewer(viewer, async (tx) => {
    const found = await readInvoice(tx, viewer, accountId, invoiceId);
    if (!found) return null;
    const {
      state,
      email,
      withdrawnAt,
      withdrawnReason,
      activatedAt,
      senderAddress,
      verifiedDomain,
      ...invoice
    } = found;
    const notified = await tx
      .select({
        generation: notifications.generation,
        preference: notifications.preference,
        channel: notifications.channel,
        state: notifications.state,
        digestId: notifications.digestId,
      })
      .from(notifications)
      .where(and(eq(notifications.invoiceId, invoiceId), eq(notifications.accountId, accountId)))
      .orderBy(desc(notifications.generation));
    const [notification] = notified;
    const first = notified.at(-1);
    const [mail, readers, linkUsedAt, addressState, isNeverActivated] = await Promise.all([
      notification ? readMail(tx, accountId, invoiceId, notification) : null,
      readReaders(tx, accountId, invoiceId),
      readLinkUse(tx, accountId, invoiceId),
      email ? findAddressState(tx, viewer.supplierId, email) : null,
      activatedAt === null ? true : isWithoutPassword(tx, accountId),
    ]);
    const answer = {
      ...invoice,
      sender: sendingAddress({ senderAddress, verifiedDomain }),
      url: `${env().APP_URL}/invoices/${invoiceId}`,
      preference: first?.preference ?? "none",
      channel: first?.channel ?? "electronic",
      resentCount: Math.max(0, notified.length - 1),
      withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawnReason ?? "" } : null,
      mail,
      noMail: mail ? null : noMailOf(notification),
      readers,
      linkUsedAt,
    };
    return {
      ...answer,
      remedy: invoiceRemedy(answer, { state, isAddressStopped: addressState !== null, isNeverActivated }),
    };
  });
}

async function readInvoice(tx: Transaction, viewer: StaffUser, accountId: string, id: string) {
  const [invoice] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      type: invoices.type,
      depositedAt: invoices.depositedAt,
      withdrawnAt: invoices.withdrawnAt,
      withdrawnReason: invoices.withdrawnReason,
      digestHour: suppliers.digestHour,
      senderAddress: suppliers.senderAddress,
      verifiedDomain: suppliers.verifiedDomain,
      state: accounts.state,
      email: accounts.email,
      activatedAt: accounts.activationQueuedAt,
    })
    .from(invoices)
    .innerJoin(accounts, eq(accounts.id, invoices.accountId))
    .innerJoin(suppliers, eq(suppliers.id, invoices.supplierId))
    .where(and(visibleInvoices(viewer), eq(invoices.accountId, accountId), eq(invoices.id, id)));
  return invoice;
}

interface Notification {
  generation: number;
  preference: InvoiceAnswer["preference"];
  channel: InvoiceAnswer["channel"];
  state: "waiting" | "mailed" | "nothing_to_send" | "cancelled";
  digestId: string | null;
}

async function readMail(
  tx: Transaction,
  accountId: string,
  invoiceId: string,
  { generation, digestId }: Notification,
): Promise<AnswerMail | null> {
  const own = and(eq(mails.subjectId, invoiceId), eq(mails.generation, generation));
  const [row] = await tx
    .select({
      kind: mails.kind,
      messageId: mails.providerMessageId,
      failure: mails.failure,
      serverAnswer: deliveries.serverAnswer,
      earlierAnswer: mailAddresses.serverAnswer,
      reportedAt: deliveries.updatedAt,
      ...TRACE_COLUMNS,
    })
    .from(mails)
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .leftJoin(
      mailAddresses,
      and(
        eq(mailAddresses.supplierId, mails.supplierId),
        eq(mailAddresses.email, sql`lower(${mails.recipient})`),
      ),
    )
    .where(
      and(
        eq(mails.accountId, accountId),
        inArray(mails.kind, [...INVOICE_MAIL_KINDS]),
        digestId ? or(own, eq(mails.subjectId, digestId)) : own,
      ),
    )
    .orderBy(desc(mails.createdAt))
    .limit(1);
  const kind = INVOICE_MAIL_KINDS.find((one) => one === row?.kind);
  if (!row || !kind) return null;
  const { messageId, failure, serverAnswer, earlierAnswer, reportedAt, kind: _kind, ...trace } = row;
  const traced = tracedMail(trace);
  return {
    kind,
    messageId,
    failure,
    // The server never received a mail that an earlier refusal stopped, so the answer to the earlier mail is shown.
    serverAnswer: serverAnswer ?? (traced.isTrouble ? earlierAnswer : null),
    reportedAt: traced.status === "sent" ? null : reportedAt,
    reason: trace.reason ?? trace.ownReason,
    ...traced,
  };
}

function noMailOf(notification: Notification | undefined): NoMail {
  if (!notification) return "none";
  const { state, preference } = notification;
  if (state === "cancelled") return "cancelled";
  const why = whyNotNotified(notification);
  if (why) return why;
  if (state === "nothing_to_send") return "no_address";
  return preference === "digest" ? "waits_for_digest" : "waits";
}

async function readReaders(tx: Transaction, accountId: string, id: string) {
  const rows = await tx
    .select({
      name: users.name,
      identifier: users.identifier,
      seenAt: invoiceReadings.seenAt,
      downloadedAt: invoiceReadings.downloadedAt,
    })
    .from(invoiceReadings)
    .innerJoin(users, eq(users.id, invoiceReadings.userId))
    .where(and(eq(invoiceReadings.invoiceId, id), eq(invoiceReadings.accountId, accountId)))
    .orderBy(asc(sql`coalesce(${invoiceReadings.seenAt}, ${invoiceReadings.downloadedAt})`))
    .limit(MAX_READERS);
  return rows.map(({ name, identifier, ...when }) => ({ label: personLabel({ identifier, name }), ...when }));
}

async function readLinkUse(tx: Transaction, accountId: string, id: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: linkCapabilities.lastUsedAt })
    .from(linkCapabilityInvoices)
    .innerJoin(linkCapabilities, eq(linkCapabilities.id, linkCapabilityInvoices.linkId))
    .where(
      and(
        eq(linkCapabilityInvoices.invoiceId, id),
        eq(linkCapabilityInvoices.accountId, accountId),
        isNotNull(linkCapabilities.lastUsedAt),
      ),
    )
    .orderBy(desc(linkCapabilities.lastUsedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Whether nobody of the account has chosen a password. */
async function isWithoutPassword(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.accountId, accountId), isNotNull(users.passwordChangedAt)))
    .limit(1);
  return rows.length === 0;
}
