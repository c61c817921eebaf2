import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Person } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { sha256Hex } from "@/lib/sha256";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { tokenEnd } from "@/lib/tokens/life-spans";
import { type Attachable, findAttachable } from "./find-attachable";

export type AttachmentOpening =
  | { ok: true; other: Attachable; expiresAt: Date }
  /** `used`: the link was used, or one of the two users changed since. */
  | { ok: false; reason: "unknown" | "expired" | "used" }
  /** Another user asked for the link; only that user may use it, signed in. */
  | { ok: false; reason: "other_identifier"; identifier: string };

/** Reads the link to attach without consuming it: GET changes nothing (security T5). */
export function openAttachment(session: CustomerSession, secret: string): Promise<AttachmentOpening> {
  return withViewer(linkUser(session, secret), (tx) => readAttachment(tx, session, secret, now()));
}

/** The viewer: the signed-in person and the link they opened. */
export const linkUser = (session: CustomerSession, secret: string): Person => ({
  kind: "person",
  sessionId: session.id,
  other: { linkHash: sha256Hex(secret) },
});

interface AttachmentRow extends Record<string, unknown> {
  email: string;
  user_id: string;
  asking_user_id: string;
  asking_identifier: string;
  created_at: Date;
  expires_at: Date | null;
  consumed_at: Date | null;
}

/** Reads the link within a transaction. */
export async function readAttachment(
  tx: Transaction,
  session: CustomerSession,
  secret: string,
  at: Date,
): Promise<AttachmentOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const [row] = await tx.execute<AttachmentRow>(
    sql`select * from auth_attachment(decode(${sha256Hex(secret)}, 'hex'))`,
  );
  if (!row) return { ok: false, reason: "unknown" };
  if (row.consumed_at) return { ok: false, reason: "used" };
  const expiresAt = tokenEnd({ purpose: "attachment", createdAt: row.created_at, expiresAt: row.expires_at });
  if (expiresAt <= at) return { ok: false, reason: "expired" };
  if (row.asking_user_id !== session.viewer.userId)
    return { ok: false, reason: "other_identifier", identifier: row.asking_identifier };
  const other = await findAttachable(tx, { userId: row.user_id });
  if (other?.email !== row.email) return { ok: false, reason: "used" };
  return { ok: true, other, expiresAt };
}
