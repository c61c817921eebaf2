import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { supplierKeys } from "@/db/schema/keys";
import { withViewer } from "@/lib/access/with-viewer";
import { logAccessChange } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { HOUR_MS } from "@/lib/durations";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { issueSupplierKey } from "@/lib/tokens/issue-api-access";
import { KEY_OVERLAP_HOURS, type KEY_OVERLAPS } from "@/lib/tokens/life-spans";
import { isUuid } from "@/lib/uuid";
import type { MadeKey } from "./create-key";
import { MAX_ACTIVE_KEYS } from "./key-limits";
import { lockKeys } from "./lock-keys";
import { selectKeys, stateOf } from "./supplier-key";

export type RotationFault = "not_found" | "not_active" | "too_many" | "too_often";

/**
 * Replaces an active key by a new one with the same name, scopes and life. The old one still works for the chosen
 * overlap, unless it expires earlier, and then ends by itself. Needs fresh proof. `not_active`: the key was replaced
 * already, or is not accepted any more. `too_many`: both keys together would be more than the supplier may have.
 */
export async function rotateKey(
  session: Pick<SupplierManagerSession, "id" | "viewer">,
  id: string,
  overlap: (typeof KEY_OVERLAPS)[number],
): Promise<
  (MadeKey & { oldPrefix: string; oldEndsAt: Date }) | { ok: false; reason: RotationFault } | StaleProof
> {
  const { viewer } = session;
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;

  return withViewer(viewer, async (tx) => {
    const names = await lockKeys(tx, viewer, at);
    const [old] = await selectKeys(tx, viewer, eq(supplierKeys.id, id));
    if (!old) return { ok: false, reason: "not_found" };
    if (stateOf(old, at) !== "active") return { ok: false, reason: "not_active" };
    if (names.length >= MAX_ACTIVE_KEYS && overlap !== "none") return { ok: false, reason: "too_many" };
    const { name, scopes, createdAt, expiresAt } = old;
    const overlapEndsAt = new Date(at.getTime() + KEY_OVERLAP_HOURS[overlap] * HOUR_MS);
    const oldEndsAt = expiresAt && expiresAt < overlapEndsAt ? expiresAt : overlapEndsAt;
    const key = {
      ...{ id: uuidv7(), supplierId: viewer.supplierId, name, scopes, at },
      expiresAt: expiresAt && new Date(at.getTime() + expiresAt.getTime() - createdAt.getTime()),
      replaced: { id, endsAt: oldEndsAt },
    };
    const issued = await issueSupplierKey(tx, key);
    logAccessChange(tx, viewer, { action: "supplier_key_rotated", subjectId: key.id });
    return { ok: true, name, ...issued, oldPrefix: old.prefix, oldEndsAt };
  });
}
