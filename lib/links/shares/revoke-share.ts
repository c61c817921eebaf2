import { and, eq, gt, isNull } from "drizzle-orm";
import { invoiceShares } from "@/db/schema/invoice-shares";
import { type CustomerUser, isAdministrator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";

/**
 * Ends a link to a shared invoice at once: for its maker, and for administrators of the account. `not_found` for a link
 * of others; a link that has ended already stays as it is, and no second event is written.
 */
export async function revokeShare(
  viewer: CustomerUser,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  const { accountId, userId } = viewer;
  const isMine = and(
    eq(invoiceShares.id, id),
    eq(invoiceShares.accountId, accountId),
    isAdministrator(viewer) ? undefined : eq(invoiceShares.userId, userId),
  );
  return withViewer(viewer, async (tx) => {
    const [revoked] = await tx
      .update(invoiceShares)
      .set({ revokedAt: at, revokedById: userId })
      .where(and(isMine, isNull(invoiceShares.revokedAt), gt(invoiceShares.expiresAt, at)))
      .returning({ invoiceId: invoiceShares.invoiceId, recipient: invoiceShares.recipient });
    if (!revoked) {
      const [ended] = await tx.select({ id: invoiceShares.id }).from(invoiceShares).where(isMine);
      return ended ? { ok: true } : { ok: false, reason: "not_found" };
    }
    const { invoiceId, recipient } = revoked;
    await recordAudit(tx, viewer, {
      ...{ action: "share_revoked", subjectId: invoiceId, at, details: { recipient } },
    });
    return { ok: true };
  });
}
