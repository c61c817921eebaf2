import { eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { normalizeIdentifier } from "@/lib/identifier";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { ManagerSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";
import { queueFactorNotice } from "./queue-factor-notice";

export type FactorReset = { ok: true } | { ok: false; reason: "not_found" };

/**
 * Resets the second factor of somebody who has lost it: their sessions end, staff have to enrol again at the next
 * sign-in, and a mail tells them who did it. A manager resets that of other staff and of the customers of the same
 * supplier, an operator that of other staff and operators. Needs fresh proof. `not_found`: no such user for this
 * viewer, or nothing to reset.
 */
export async function resetSecondFactor(
  session: ManagerSession,
  userId: string,
): Promise<FactorReset | StaleProof> {
  if (!isUuid(userId)) return { ok: false, reason: "not_found" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const { viewer, name, identifier } = session;
  return withViewer(viewer, (tx) => reset(tx, viewer, userId, { name, identifier }));
}

/**
 * Resets the second factor of the user with this identifier from the command line: for the last manager or operator.
 */
export function resetFactorFromCommandLine(identifier: string): Promise<FactorReset> {
  return withViewer({ kind: "job" }, async (tx): Promise<FactorReset> => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.identifier, normalizeIdentifier(identifier)));
    return user ? reset(tx, { kind: "job" }, user.id, null) : { ok: false, reason: "not_found" };
  });
}

async function reset(
  tx: Transaction,
  viewer: Viewer,
  userId: string,
  by: { name: string; identifier: string } | null,
): Promise<FactorReset> {
  const at = now();
  const [row] = await tx.execute<{ ok: boolean }>(sql`select auth_remove_second_factor(${userId}) as ok`);
  if (!row?.ok) return { ok: false, reason: "not_found" };
  const [user] = await tx
    .select({
      accountId: users.accountId,
      supplierId: users.supplierId,
      accountSupplierId: accounts.supplierId,
    })
    .from(users)
    .leftJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(users.id, userId));
  await recordAudit(tx, viewer, {
    action: "second_factor_reset",
    subjectId: userId,
    at,
    accountId: user?.accountId ?? undefined,
    supplierId:
      viewer.kind === "operator" ? undefined : (user?.supplierId ?? user?.accountSupplierId ?? undefined),
  });
  await queueFactorNotice(tx, userId, "second_factor_reset", at, by);
  return { ok: true };
}
