import { and, eq } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { sha256Hex } from "@/lib/sha256";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { tokenEnd } from "@/lib/tokens/life-spans";
import { type Attachable, findAttachable } from "./find-attachable";

export type AttachmentOpening =
  | { ok: true; other: Attachable; expiresAt: Date }
  /** `used`: it was, or something of either user has changed since. */
  | { ok: false; reason: "unknown" | "expired" | "used" }
  /** Asked for by another user, who must be the one signed in. */
  | { ok: false; reason: "other_identifier"; identifier: string };

/** Looks at the mailed link of an attachment without consuming anything: GET changes nothing (quality T5). */
export function openAttachment(session: CustomerSession, secret: string): Promise<AttachmentOpening> {
  return withViewer({ kind: "job" }, (tx) => readAttachment(tx, session, secret, now()));
}

/** Within a transaction. */
export async function readAttachment(
  tx: Transaction,
  session: CustomerSession,
  secret: string,
  at: Date,
): Promise<AttachmentOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const [row] = await tx
    .select({
      purpose: tokens.purpose,
      email: tokens.email,
      userId: tokens.userId,
      askingUserId: tokens.askingUserId,
      askingIdentifier: users.identifier,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      consumedAt: tokens.consumedAt,
    })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.askingUserId))
    .where(and(eq(tokens.tokenHash, sha256Hex(secret)), eq(tokens.purpose, "attachment")));
  if (!row?.userId) return { ok: false, reason: "unknown" };
  if (row.consumedAt) return { ok: false, reason: "used" };
  const expiresAt = tokenEnd(row);
  if (expiresAt <= at) return { ok: false, reason: "expired" };
  if (row.askingUserId !== session.viewer.userId)
    return { ok: false, reason: "other_identifier", identifier: row.askingIdentifier };
  const other = await findAttachable(tx, { userId: row.userId });
  if (other?.email !== row.email) return { ok: false, reason: "used" };
  return { ok: true, other, expiresAt };
}
