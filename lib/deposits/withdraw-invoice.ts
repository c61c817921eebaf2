import { and, asc, eq, inArray, or } from "drizzle-orm";
import { invoiceShares } from "@/db/schema/invoice-shares";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import { cancelInvoiceMails } from "@/lib/mails/outbox/cancel-invoice-mails";
import { isUuid } from "@/lib/uuid";
import { LONGEST_REASON } from "./longest-reason";

interface LinkUse {
  kind: string;
  recipient: string;
  firstUsedAt: Date;
  lastUsedAt: Date;
  /** The number of distinct minutes with a use; a digest's link may have shown only its other invoices. */
  useCount: number;
}

interface WithdrawnInvoice {
  id: string;
  number: string;
  withdrawnAt: Date;
  /** The reason given with the first withdrawal. */
  reason: string;
  /** The users of the wrong customer who opened it while signed in; the earliest first. */
  openedBy: { name: string | null; identifier: string; seenAt: Date | null; downloadedAt: Date | null }[];
  /** The mails already sent with the document itself or a link to it. */
  mailed: { kind: string; recipient: string; sentAt: Date }[];
  /**
   * The used links to it, with the mail that contained each, or (kind `share`) the name for whom a user of the wrong
   * customer made it. A link identifies no person.
   */
  openedThroughLinks: LinkUse[];
}

export type Withdrawal =
  | { ok: true; withdrawn: WithdrawnInvoice }
  | { ok: false; reason: "not_found" | "reason_missing" | "reason_too_long" };

/**
 * Withdraws an invoice that reached the wrong customer. It is hidden from all customers and links, its unsent mails
 * are cancelled, and its number and bytes may be deposited again for the right account. The row, the ledger and the
 * readings stay. A repeated withdrawal has no effect and returns the same answer. Issued invoices are never edited: a
 * mistake in the document itself requires a credit note. Refuses an empty reason, one longer than `LONGEST_REASON`,
 * and an invoice that is not the supplier's.
 */
export async function withdrawInvoice(
  viewer: SupplierKey | StaffUser,
  id: string,
  reason: string,
): Promise<Withdrawal> {
  const given = reason.trim();
  if (given === "") return { ok: false, reason: "reason_missing" };
  if (given.length > LONGEST_REASON) return { ok: false, reason: "reason_too_long" };
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  return withViewer(viewer, async (tx): Promise<Withdrawal> => {
    // Each deposit and withdrawal of a supplier takes this lock, so nothing that is read under it can change meanwhile.
    const head = await lockLedger(tx, viewer.supplierId);
    const invoice = await readInvoice(tx, viewer, id);
    if (!invoice) return { ok: false, reason: "not_found" };
    if (invoice.state === "available") {
      const { accountId, number, issuedOn, sha256 } = invoice;
      await tx
        .update(invoices)
        .set({ state: "withdrawn", withdrawnAt: at, withdrawnReason: given })
        .where(eq(invoices.id, id));
      await cancelInvoiceMails(tx, { id, accountId }, at);
      await appendToLedger(tx, head, {
        kind: "withdrawn",
        invoiceId: id,
        accountId,
        number,
        issuedOn,
        sha256,
        recordedAt: at,
      });
      await recordAudit(tx, viewer, {
        action: "invoice_withdrawn",
        subjectId: id,
        accountId,
        at,
        details: { reason: given },
      });
    }
    const [openedBy, mailed, usedLinks, usedShares] = await Promise.all([
      readersOf(tx, id),
      mailsAbout(tx, invoice),
      linkUses(tx, id),
      shareUses(tx, id),
    ]);
    return {
      ok: true,
      withdrawn: {
        id,
        number: invoice.number,
        withdrawnAt: invoice.withdrawnAt ?? at,
        reason: invoice.withdrawnReason ?? given,
        openedBy,
        mailed,
        openedThroughLinks: [...usedLinks, ...usedShares],
      },
    };
  });
}

async function readInvoice(tx: Transaction, viewer: SupplierKey | StaffUser, id: string) {
  const [invoice] = await tx
    .select({
      id: invoices.id,
      accountId: invoices.accountId,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      sha256: invoices.sha256,
      state: invoices.state,
      withdrawnAt: invoices.withdrawnAt,
      withdrawnReason: invoices.withdrawnReason,
    })
    .from(invoices)
    .where(and(eq(invoices.id, id), visibleInvoices(viewer)));
  return invoice;
}

function readersOf(tx: Transaction, invoiceId: string) {
  return tx
    .select({
      name: users.name,
      identifier: users.identifier,
      seenAt: invoiceReadings.seenAt,
      downloadedAt: invoiceReadings.downloadedAt,
    })
    .from(invoiceReadings)
    .innerJoin(users, eq(users.id, invoiceReadings.userId))
    .where(eq(invoiceReadings.invoiceId, invoiceId))
    .orderBy(asc(invoiceReadings.seenAt), asc(users.identifier));
}

async function mailsAbout(tx: Transaction, invoice: { id: string; accountId: string }) {
  const digestIds = tx
    .select({ id: notifications.digestId })
    .from(notifications)
    .where(eq(notifications.invoiceId, invoice.id));
  const rows = await tx
    .select({ kind: mails.kind, recipient: mails.recipient, sentAt: mails.sentAt })
    .from(mails)
    .where(
      and(
        eq(mails.accountId, invoice.accountId),
        or(eq(mails.subjectId, invoice.id), inArray(mails.subjectId, digestIds)),
      ),
    )
    .orderBy(asc(mails.sentAt));
  return rows.flatMap(({ sentAt, ...mail }) => (sentAt ? [{ ...mail, sentAt }] : []));
}

async function linkUses(tx: Transaction, invoiceId: string): Promise<LinkUse[]> {
  const rows = await tx
    .select({
      kind: mails.kind,
      recipient: mails.recipient,
      firstUsedAt: linkCapabilities.firstUsedAt,
      lastUsedAt: linkCapabilities.lastUsedAt,
      useCount: linkCapabilities.useCount,
    })
    .from(linkCapabilityInvoices)
    .innerJoin(linkCapabilities, eq(linkCapabilities.id, linkCapabilityInvoices.linkId))
    .innerJoin(mails, eq(mails.id, linkCapabilities.mailId))
    .where(eq(linkCapabilityInvoices.invoiceId, invoiceId))
    .orderBy(asc(linkCapabilities.firstUsedAt), asc(linkCapabilities.id));
  return rows.flatMap(({ firstUsedAt, lastUsedAt, ...use }) =>
    firstUsedAt && lastUsedAt ? [{ ...use, firstUsedAt, lastUsedAt }] : [],
  );
}

async function shareUses(tx: Transaction, invoiceId: string): Promise<LinkUse[]> {
  const rows = await tx
    .select({
      recipient: invoiceShares.recipient,
      firstUsedAt: invoiceShares.firstUsedAt,
      lastUsedAt: invoiceShares.lastUsedAt,
      useCount: invoiceShares.useCount,
    })
    .from(invoiceShares)
    .where(eq(invoiceShares.invoiceId, invoiceId))
    .orderBy(asc(invoiceShares.firstUsedAt), asc(invoiceShares.id));
  return rows.flatMap(({ firstUsedAt, lastUsedAt, ...use }) =>
    firstUsedAt && lastUsedAt ? [{ kind: "share", ...use, firstUsedAt, lastUsedAt }] : [],
  );
}
