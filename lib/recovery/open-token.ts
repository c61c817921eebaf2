import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { sha256Hex } from "@/lib/auth/digest";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { and, eq } from "drizzle-orm";
import { findRecoverable, type Recoverable } from "./find-recoverable";

/** However late its mail is, a recovery link never lives longer (R6); an activation link lives 14 days (R2). */
const LONGEST_MS = { recovery: 24 * 3_600_000, activation: 14 * 86_400_000, invitation: 7 * 86_400_000 };

export interface OpenToken {
  id: string;
  purpose: "recovery" | "activation" | "invitation";
  email: string;
  expiresAt: Date;
  /** Whose password it may choose: everybody at the address, or the one user it was made for. */
  users: Recoverable[];
}

export type TokenOpening =
  | { ok: true; token: OpenToken }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "expired" | "used"; email: string };

/** Looks at a mailed link without consuming anything: GET changes nothing (quality T5). */
export function openToken(supplierId: string, secret: string): Promise<TokenOpening> {
  return withViewer({ kind: "job" }, (tx) => readToken(tx, supplierId, secret, now()));
}

/** Within a transaction. */
export async function readToken(
  tx: Transaction,
  supplierId: string,
  secret: string,
  at: Date,
): Promise<TokenOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const [row] = await tx
    .select({
      id: tokens.id,
      purpose: tokens.purpose,
      email: tokens.email,
      userId: tokens.userId,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      consumedAt: tokens.consumedAt,
    })
    .from(tokens)
    .where(and(eq(tokens.tokenHash, sha256Hex(secret)), eq(tokens.supplierId, supplierId)));
  if (!row) return { ok: false, reason: "unknown" };
  const { email } = row;
  if (row.consumedAt) return { ok: false, reason: "used", email };
  const latest = new Date(row.createdAt.getTime() + LONGEST_MS[row.purpose]);
  const expiresAt = row.expiresAt && row.expiresAt < latest ? row.expiresAt : latest;
  if (expiresAt <= at) return { ok: false, reason: "expired", email };
  const reachable = await findRecoverable(tx, supplierId, email);
  const named = row.userId ? reachable.filter((user) => user.userId === row.userId) : reachable;
  if (named.length === 0) return { ok: false, reason: "unknown" };
  // A password changed since, wherever, ends the link for that user (quality T4).
  const users = named.filter(
    ({ passwordChangedAt }) => passwordChangedAt === null || passwordChangedAt <= row.createdAt,
  );
  if (users.length === 0) return { ok: false, reason: "used", email };
  return { ok: true, token: { id: row.id, purpose: row.purpose, email, expiresAt, users } };
}
