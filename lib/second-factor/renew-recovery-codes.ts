import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { findSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { makeRecoveryCodes } from "@/lib/sign-in/second-factor/recovery-codes";
import type { Session } from "@/lib/sign-in/session/session";
import { isSwitched } from "@/lib/sign-in/session/session-users";
import { hashesOf } from "./hashes-of";
import { queueFactorNotice } from "./queue-factor-notice";

export type RenewedCodes =
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; reason: "not_enrolled" | "switched" }
  | { ok: false; reason: "too_many"; retryAfterMs: number }
  | StaleProof;

/**
 * « Remplacer les codes de secours »: ten new codes, shown once; the former ones stop working. Needs fresh proof. A
 * mail tells the user. `switched`: as in `removeSecondFactor`.
 */
export async function renewRecoveryCodes(session: Session): Promise<RenewedCodes> {
  const { id, viewer } = session;
  const { userId } = viewer;
  const retryAfterMs = await takeChange(userId, now());
  if (retryAfterMs > 0) return { ok: false, reason: "too_many", retryAfterMs };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const factor = await findSecondFactor(userId);
  if (!factor) return { ok: false, reason: "not_enrolled" };
  const recoveryCodes = makeRecoveryCodes(randomBytes(32));
  return withViewer(viewer, async (tx): Promise<RenewedCodes> => {
    if (await isSwitched(tx, session)) return { ok: false, reason: "switched" };
    const at = now();
    const [row] = await tx.execute<{ ok: boolean }>(sql`
      select auth_renew_recovery_codes(${id}, ${userId}, ${hashesOf(factor.secret, recoveryCodes)},
        ${at.toISOString()}) as ok`);
    if (!row?.ok) return { ok: false, reason: "not_enrolled" };
    await recordAudit(tx, viewer, { action: "recovery_codes_renewed", subjectId: userId, at });
    await queueFactorNotice(tx, userId, "recovery_codes_renewed", at);
    return { ok: true, recoveryCodes };
  });
}
