import { and, asc, eq, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { normalizeMailAddress } from "@/lib/mail-address";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import { sendMissedOf } from "@/lib/notifications/send-missed";

export type RetriedAddress =
  { ok: true; missed: number } | { ok: false; reason: "not_found" | "refused_for_good" | "too_often" };

/**
 * Sends mails again to an address that was stopped: ends the provider's suppression or the stop after a complaint,
 * and sends once the invoices that the accounts notified at this address missed. Refused after a hard bounce, because
 * such an address must be corrected. `not_found` when the supplier notifies no account at this address.
 */
export async function retryAddress(viewer: StaffUser, typed: string): Promise<RetriedAddress> {
  const email = normalizeMailAddress(typed);
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const { supplierId } = viewer;
  return withViewer(viewer, async (tx): Promise<RetriedAddress> => {
    const notified = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(eq(accounts.supplierId, supplierId), eq(accounts.email, email), ne(accounts.state, "closed")),
      )
      .orderBy(asc(accounts.id))
      .for("no key update");
    if (notified.length === 0) return { ok: false, reason: "not_found" };
    const stopped = await findAddressState(tx, supplierId, email);
    if (stopped === "bounced") return { ok: false, reason: "refused_for_good" };
    if (stopped !== null) {
      await forgetAddress(tx, supplierId, email);
      for (const { id } of notified)
        await recordAudit(tx, viewer, { action: "address_retried", subjectId: id, accountId: id, at });
    }
    return { ok: true, missed: await sendMissedOf(tx, viewer, notified, at) };
  });
}
