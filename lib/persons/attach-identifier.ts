import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import {
  checkCredentials,
  type CredentialsRefusal,
  type KnownUser,
  type TypedCredentials,
} from "@/lib/auth/check-credentials";
import type { CustomerSession } from "@/lib/auth/current-session";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { asc, eq, inArray, or } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { lockPersons } from "./lock-persons";
import { ownAccountRows, type OwnAccountRow } from "./own-account";

export type AttachResult =
  | { ok: true; account: { companyName: string; supplierName: string } }
  | CredentialsRefusal
  /** Only whoever proved the password learns these. */
  | { ok: false; reason: "already_mine" | "same_account" | "staff" | "must_change" | "session_over" };

/**
 * « Rattacher un autre identifiant »: whoever proves its password once, in a live session of theirs, is one person with
 * both from then on, whichever suppliers they belong to. Counted and answered like a sign-in with that identifier. All
 * that was attached to either side comes along; of two attachments at once both hold. Staff is never attached.
 */
export async function attachIdentifier(
  session: CustomerSession,
  typed: TypedCredentials,
): Promise<AttachResult> {
  const checked = await checkCredentials(typed);
  if (!checked.ok) return checked;
  const { user } = checked;
  if (user.accountId === null) return { ok: false, reason: "staff" };
  if (user.mustChangePassword) return { ok: false, reason: "must_change" };
  return withViewer({ kind: "job" }, (tx) => join(tx, session, user));
}

async function join(tx: Transaction, session: CustomerSession, proven: KnownUser): Promise<AttachResult> {
  const at = now();
  const ownUserId = session.viewer.userId;
  await lockPersons(tx);
  const before = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  if (before.length === 0) return { ok: false, reason: "session_over" };
  if (before.some((row) => row.user_id === proven.userId)) return { ok: false, reason: "already_mine" };
  if (before.some((row) => row.account_id === proven.accountId)) return { ok: false, reason: "same_account" };
  const [own, other] = await holdBoth(tx, ownUserId, proven.userId);
  // What was proven is the password of this stamp; another one has been chosen since.
  if (!own || !other || other.stamp !== proven.stamp) return { ok: false, reason: "wrong" };
  const personId = own.personId ?? other.personId ?? randomUUID();
  const joined = other.personId === null ? undefined : eq(users.personId, other.personId);
  await tx
    .update(users)
    .set({ personId })
    .where(or(inArray(users.id, [own.id, other.id]), joined));
  await recordAudit(
    tx,
    { kind: "job" },
    { action: "identifier_attached", subjectId: proven.userId, at, details: { to: ownUserId } },
  );
  const after = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
  const row = after.find(({ account_id }) => account_id === proven.accountId);
  if (!row) return { ok: false, reason: "account_closed" };
  return { ok: true, account: { companyName: row.company_name, supplierName: row.supplier_name } };
}

async function holdBoth(tx: Transaction, ownUserId: string, provenUserId: string) {
  const held = await tx
    .select({ id: users.id, personId: users.personId, stamp: users.stamp })
    .from(users)
    .where(inArray(users.id, [ownUserId, provenUserId]))
    .orderBy(asc(users.id))
    .for("no key update");
  return [held.find(({ id }) => id === ownUserId), held.find(({ id }) => id === provenUserId)] as const;
}
