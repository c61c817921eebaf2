import { randomUUID } from "node:crypto";
import { eq, inArray, or } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionUsers } from "@/lib/sign-in/session/session-users";
import { lockPersons } from "./lock-persons";
import { lockUsers } from "./lock-users";
import { type OwnAccountRow, ownAccountRows } from "./own-account";
import { queueAttachmentNotices } from "./queue-attachment-notices";

export type JoinResult =
  | { ok: true; account: { companyName: string; supplierName: string } }
  | {
      ok: false;
      reason: "already_mine" | "same_account" | "session_over" | "account_closed";
    }
  /** The other user changed since the proof. */
  | { ok: false; reason: "wrong" };

/**
 * Joins the user of an open session and another user into one person, after the password or a mailed link of the other
 * user has proven that they are the same person. Everything attached to either user then belongs to that person. Both
 * are told by mail. Two simultaneous calls both take effect.
 */
export async function joinPersons(
  tx: Transaction,
  session: CustomerSession,
  proven: { userId: string; accountId: string | null; stamp: number },
): Promise<JoinResult> {
  const at = now();
  const ownUserId = session.viewer.userId;
  await lockPersons(tx);
  const before = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  if (before.length === 0) return { ok: false, reason: "session_over" };
  if (before.some((row) => row.user_id === proven.userId)) return { ok: false, reason: "already_mine" };
  if (before.some((row) => row.account_id === proven.accountId)) return { ok: false, reason: "same_account" };
  const locked = await lockUsers(tx, [ownUserId, proven.userId]);
  const own = locked.find(({ id }) => id === ownUserId);
  const other = locked.find(({ id }) => id === proven.userId);
  // Another stamp: the user's password or access changed after the proof.
  if (!own || !other || other.stamp !== proven.stamp) return { ok: false, reason: "wrong" };
  const personId = own.personId ?? other.personId ?? randomUUID();
  const joined = other.personId === null ? undefined : eq(users.personId, other.personId);
  await tx
    .update(users)
    .set({ personId })
    .where(or(inArray(users.id, [own.id, other.id]), joined));
  await recordAudit(
    tx,
    { kind: "person", sessionId: session.id, other: { userId: proven.userId } },
    { action: "identifier_attached", subjectId: proven.userId, at, details: { to: ownUserId } },
  );
  await queueAttachmentNotices(tx, "attached", [await sessionUsers(tx, session), [proven.userId]], at);
  const after = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  const row = after.find(({ account_id }) => account_id === proven.accountId);
  if (!row) return { ok: false, reason: "account_closed" };
  return { ok: true, account: { companyName: row.company_name, supplierName: row.supplier_name } };
}
