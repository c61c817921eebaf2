import { sql } from "drizzle-orm";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { isSwitched } from "@/lib/sign-in/session/session-users";
import { queueFactorNotice } from "./queue-factor-notice";

/**
 * « Désactiver »: removes the second factor of a customer's user; staff cannot remove theirs. Needs fresh proof, which
 * is a code. A mail tells the user. `nothing_to_remove`: it was removed meanwhile. `switched`: the session was reached
 * by switching, so that its proof may be the password of another identifier.
 */
export async function removeSecondFactor(
  session: CustomerSession,
): Promise<{ ok: true } | { ok: false; reason: "nothing_to_remove" | "switched" } | StaleProof> {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const { viewer } = session;
  const { userId } = viewer;
  return withViewer(viewer, async (tx) => {
    if (await isSwitched(tx, session)) return { ok: false, reason: "switched" };
    const at = now();
    const [row] = await tx.execute<{ ok: boolean }>(sql`select auth_remove_second_factor(${userId}) as ok`);
    if (!row?.ok) return { ok: false, reason: "nothing_to_remove" };
    await recordAudit(tx, viewer, { action: "second_factor_removed", subjectId: userId, at });
    await queueFactorNotice(tx, userId, "second_factor_removed", at);
    return { ok: true };
  });
}
