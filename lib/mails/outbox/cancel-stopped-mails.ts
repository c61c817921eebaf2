import { and, eq, inArray, or, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { isAboutInvoices } from "@/lib/mails/kinds/mail-kinds";
import { findMootMails } from "./find-moot-mails";

/** A mail that is about to be sent. */
export interface PendingMail {
  id: string;
  kind: string;
  supplierId: string;
  accountId: string | null;
  subjectId: string;
  recipient: string;
  /** This try included. */
  tries: number;
  /** Whether an earlier try may have arrived. */
  isInDoubt: boolean;
  /** Of the link it carries, where that one is used once. */
  tokenId: string | null;
}

/**
 * Cancels those mails that must not go out: to an address that bounced for this supplier, notifications to one that
 * complained, and a retry about an invoice withdrawn since the first try. Each gets a delivery that says why. Those that
 * nobody wants any more are cancelled too, and trouble nobody. Returns the ids of the cancelled.
 */
export async function cancelStoppedMails(
  tx: Transaction,
  pending: readonly PendingMail[],
  at: Date,
): Promise<Set<string>> {
  if (pending.length === 0) return new Set();
  const [refusing, withdrawn, moot] = await Promise.all([
    stoppedAddresses(tx, pending),
    withdrawnSince(tx, pending),
    findMootMails(tx, pending),
  ]);
  const reasonOf = (mail: PendingMail): string | null => {
    if (withdrawn.has(mail.subjectId)) return "its invoice was withdrawn";
    const state = refusing.get(placeOf(mail.supplierId, mail.recipient));
    if (state === "bounced") return "an earlier mail to this address came back";
    if (state === "complained" && isAboutInvoices(mail.kind))
      return "its reader marked an earlier mail as unwanted";
    return null;
  };
  const stopped = pending.flatMap((mail) => {
    const reason = reasonOf(mail);
    return reason ? [{ mail, reason }] : [];
  });
  const ids = stopped.map(({ mail }) => mail.id);
  await cancelMoot(tx, new Map([...moot].filter(([id]) => !ids.includes(id))));
  if (stopped.length === 0) return new Set(moot.keys());
  await tx
    .update(mails)
    .set({ state: "cancelled", leasedUntil: null, failure: "stopped" })
    .where(inArray(mails.id, ids));
  await releaseDigests(
    tx,
    stopped.map(({ mail }) => mail.subjectId).filter((id) => withdrawn.has(id)),
  );
  await tx
    .insert(deliveries)
    .values(
      stopped.map(({ mail, reason }) => ({
        mailId: mail.id,
        supplierId: mail.supplierId,
        accountId: mail.accountId,
        state: "undeliverable" as const,
        reason,
        updatedAt: at,
      })),
    )
    .onConflictDoNothing();
  return new Set([...ids, ...moot.keys()]);
}

async function cancelMoot(tx: Transaction, moot: ReadonlyMap<string, string>): Promise<void> {
  if (moot.size === 0) return;
  const rows = [...moot].map(([id, reason]) => ({ id, reason }));
  await tx
    .update(mails)
    .set({ state: "cancelled", leasedUntil: null, failure: sql`moot.reason` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moot(id uuid, reason text)`)
    .where(eq(mails.id, sql`moot.id`));
}

const placeOf = (supplierId: string, email: string) => `${supplierId} ${email.toLowerCase()}`;

async function stoppedAddresses(tx: Transaction, pending: readonly PendingMail[]) {
  const rows = await tx
    .select({
      supplierId: mailAddresses.supplierId,
      email: mailAddresses.email,
      state: mailAddresses.state,
    })
    .from(mailAddresses)
    .where(
      and(
        inArray(mailAddresses.supplierId, [...new Set(pending.map(({ supplierId }) => supplierId))]),
        inArray(mailAddresses.email, [...new Set(pending.map(({ recipient }) => recipient.toLowerCase()))]),
      ),
    );
  return new Map(rows.map((row) => [placeOf(row.supplierId, row.email), row.state]));
}

/** A first try is cancelled by the withdrawal itself; one under way then can only be stopped before its next. */
async function withdrawnSince(tx: Transaction, pending: readonly PendingMail[]): Promise<Set<string>> {
  const subjects = pending.filter(({ tries }) => tries > 1).map(({ subjectId }) => subjectId);
  if (subjects.length === 0) return new Set();
  const rows = await tx
    .select({ invoiceId: notifications.invoiceId, digestId: notifications.digestId })
    .from(notifications)
    .innerJoin(invoices, eq(invoices.id, notifications.invoiceId))
    .where(
      and(
        or(inArray(notifications.invoiceId, subjects), inArray(notifications.digestId, subjects)),
        eq(invoices.state, "withdrawn"),
      ),
    );
  return new Set(rows.flatMap(({ invoiceId, digestId }) => [invoiceId, digestId ?? invoiceId]));
}

/** The other invoices of a digest that lists a withdrawn one wait for another digest, of the same day. */
async function releaseDigests(tx: Transaction, digestIds: string[]): Promise<void> {
  if (digestIds.length === 0) return;
  const readable = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.state, "available"));
  await tx
    .update(notifications)
    .set({ state: "waiting", digestId: null })
    .where(
      and(
        inArray(notifications.digestId, digestIds),
        eq(notifications.state, "mailed"),
        inArray(notifications.invoiceId, readable),
      ),
    );
}
