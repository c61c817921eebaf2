import { and, eq, inArray } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type LockedAccount, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { resendNotifications } from "@/lib/notifications/resend-notifications";
import { isUuid } from "@/lib/uuid";
import { findMissed, type SinceDay } from "./find-missed";

type CannotMail = "closed" | "paper" | "no_address" | "address_stopped";

export type Resent =
  | { ok: true; count: number; recipient: string }
  | NotChanged
  | { ok: false; reason: CannotMail | "nothing_to_resend" };

/**
 * Sends the notification of these invoices again, each once: a mail of its own with one invoice, one mail that lists them
 * all with several. It is sent whatever became of the first, and also when the account prefers no mails, because somebody
 * asked for it. Withdrawn and foreign invoices are left out.
 */
export function resendInvoices(
  viewer: StaffUser,
  id: string,
  invoiceIds: readonly string[],
): Promise<Resent> {
  return resend(viewer, id, async (tx, account) => {
    const wanted = invoiceIds.filter(isUuid);
    if (wanted.length === 0) return [];
    const found = await tx
      .select({ id: invoices.id })
      .from(invoices)
      .where(
        and(
          visibleInvoices(viewer),
          eq(invoices.accountId, account.id),
          inArray(invoices.id, wanted),
          eq(invoices.state, "available"),
        ),
      );
    return found.map((one) => one.id);
  });
}

/** Sends once, in one mail, the invoices deposited since that day whose notification reached nobody (`findMissed`). */
export function resendMissed(viewer: StaffUser, id: string, since: SinceDay): Promise<Resent> {
  return resend(viewer, id, async (tx, account) =>
    (await findMissed(tx, viewer, account.id, since)).map((one) => one.id),
  );
}

function resend(
  viewer: StaffUser,
  id: string,
  choose: (tx: Transaction, account: LockedAccount) => Promise<string[]>,
): Promise<Resent> {
  return changeOne<Resent>(viewer, id, async (tx, account, at) => {
    const why = whyNotMailable(account);
    if (why || account.email === null) return { ok: false, reason: why ?? "no_address" };
    const stopped = await findAddressState(tx, viewer.supplierId, account.email);
    if (stopped !== null) return { ok: false, reason: "address_stopped" };
    const chosen = await choose(tx, account);
    if (chosen.length === 0) return { ok: false, reason: "nothing_to_resend" };
    await resendNotifications(tx, {
      supplierId: viewer.supplierId,
      accountId: account.id,
      invoiceIds: chosen,
      how: chosen.length === 1 ? "each" : "one_mail",
      preference: account.preference,
      at,
    });
    await recordAudit(tx, viewer, {
      action: "notifications_resent",
      subjectId: account.id,
      accountId: account.id,
      details: { invoices: chosen, count: chosen.length },
      at,
    });
    return { ok: true, count: chosen.length, recipient: account.email };
  });
}
