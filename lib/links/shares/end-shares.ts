import { and, gt, inArray, isNull } from "drizzle-orm";
import { invoiceShares } from "@/db/schema/invoice-shares";
import type { Transaction } from "@/db/transaction";
import { isAdministrator, type Viewer } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";

/**
 * Ends the links of these makers, in the transaction that ends their access and after it, each with a line in the
 * journal. They open nothing without an active maker (`auth_share`), and must not open again when the access is restored.
 */
export async function endShares(
  tx: Transaction,
  viewer: Viewer,
  makerIds: readonly string[],
  at: Date,
): Promise<void> {
  if (makerIds.length === 0) return;
  const ended = await tx
    .update(invoiceShares)
    // Customers read who revoked a link of their account; staff and background work are not named there.
    .set({ revokedAt: at, revokedById: isAdministrator(viewer) ? viewer.userId : null })
    .where(
      and(
        inArray(invoiceShares.userId, [...makerIds]),
        isNull(invoiceShares.revokedAt),
        gt(invoiceShares.expiresAt, at),
      ),
    )
    .returning({
      invoiceId: invoiceShares.invoiceId,
      accountId: invoiceShares.accountId,
      recipient: invoiceShares.recipient,
    });
  for (const { invoiceId, accountId, recipient } of ended)
    await recordAudit(tx, viewer, {
      ...{ action: "share_revoked", subjectId: invoiceId, accountId, at, details: { recipient } },
    });
}
