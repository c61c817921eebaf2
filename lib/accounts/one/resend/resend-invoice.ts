import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { resendNotification } from "@/lib/notifications/resend-notification";
import { isUuid } from "@/lib/uuid";

type CannotMail = "closed" | "paper" | "no_address" | "address_stopped";

export type Resent =
  | { ok: true; number: string; recipient: string }
  | NotChanged
  | { ok: false; reason: CannotMail | "invoice_missing" };

/**
 * Sends the notification of an available invoice of the account again, in a separate mail to the account's current
 * address. It does so although an earlier mail may have arrived, and although the account may prefer no mails,
 * because somebody asked for it.
 */
export function resendInvoice(viewer: StaffUser, id: string, invoiceId: string): Promise<Resent> {
  return changeOne<Resent>(viewer, id, async (tx, account, at) => {
    const why = whyNotMailable(account);
    if (why || account.email === null) return { ok: false, reason: why ?? "no_address" };
    const stopped = await findAddressState(tx, viewer.supplierId, account.email);
    if (stopped !== null) return { ok: false, reason: "address_stopped" };
    const number = await findNumber(tx, viewer, account.id, invoiceId);
    if (number === undefined) return { ok: false, reason: "invoice_missing" };
    const { supplierId } = viewer;
    const { preference } = account;
    await resendNotification(tx, { supplierId, accountId: account.id, invoiceId, preference, at });
    await recordAudit(tx, viewer, {
      action: "notification_resent",
      subjectId: invoiceId,
      accountId: account.id,
      at,
    });
    return { ok: true, number, recipient: account.email };
  });
}

async function findNumber(
  tx: Transaction,
  viewer: StaffUser,
  accountId: string,
  invoiceId: string,
): Promise<string | undefined> {
  if (!isUuid(invoiceId)) return undefined;
  const [found] = await tx
    .select({ number: invoices.number })
    .from(invoices)
    .where(
      and(
        visibleInvoices(viewer),
        eq(invoices.accountId, accountId),
        eq(invoices.id, invoiceId),
        eq(invoices.state, "available"),
      ),
    );
  return found?.number;
}
