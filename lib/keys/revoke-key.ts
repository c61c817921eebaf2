import { and, eq } from "drizzle-orm";
import { supplierKeys } from "@/db/schema/keys";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";
import { isAccepted } from "./supplier-key";

/**
 * Revokes an active key of the manager's supplier: from then on the API refuses it. Needs fresh proof. `not_found`: the
 * supplier has no such key, or it is not accepted any more.
 */
export async function revokeKey(
  session: Pick<SupplierManagerSession, "id" | "viewer">,
  id: string,
): Promise<{ ok: true; name: string } | { ok: false; reason: "not_found" | "too_often" } | StaleProof> {
  const { viewer } = session;
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;

  return withViewer(viewer, async (tx) => {
    const ofSupplier = and(eq(supplierKeys.id, id), eq(supplierKeys.supplierId, viewer.supplierId));
    const [revoked] = await tx
      .update(supplierKeys)
      .set({ revokedAt: at })
      .where(and(ofSupplier, isAccepted(at)))
      .returning({ name: supplierKeys.name, prefix: supplierKeys.prefix });
    if (!revoked) return { ok: false, reason: "not_found" };
    await recordAudit(tx, viewer, { action: "supplier_key_revoked", subjectId: id, at, details: revoked });
    return { ok: true, name: revoked.name };
  });
}
