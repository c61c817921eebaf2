import { and, eq, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import type { TokenHolder } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { sha256Hex } from "@/lib/sha256";
import { tokenEnd } from "@/lib/tokens/life-spans";
import { findRecoverable, type Recoverable } from "./find-recoverable";

export interface OpenToken {
  id: string;
  purpose: "recovery" | "activation" | "invitation";
  email: string;
  expiresAt: Date;
  /** The users whose password it can choose: all with the address, or the one user it was made for. */
  users: Recoverable[];
}

export type TokenOpening =
  | { ok: true; token: OpenToken }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "expired" | "used"; email: string };

/** Reads a mailed link without consuming it: GET changes nothing (security T5). */
export function openToken(supplierId: string | null, secret: string): Promise<TokenOpening> {
  return withViewer(tokenHolder(supplierId, secret), (tx) => readToken(tx, supplierId, secret, now()));
}

/** The viewer: the holder of a link that was mailed for this supplier, or for operators (null). */
export const tokenHolder = (supplierId: string | null, secret: string): TokenHolder => ({
  kind: "token_holder",
  supplierId,
  tokenHash: sha256Hex(secret),
});

/** Reads the link within a transaction of its holder. */
export async function readToken(
  tx: Transaction,
  supplierId: string | null,
  secret: string,
  at: Date,
): Promise<TokenOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const [row] = await tx
    .select({
      id: tokens.id,
      purpose: tokens.purpose,
      email: tokens.email,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      consumedAt: tokens.consumedAt,
    })
    .from(tokens)
    .where(
      and(
        eq(tokens.tokenHash, sha256Hex(secret)),
        supplierId === null ? isNull(tokens.supplierId) : eq(tokens.supplierId, supplierId),
      ),
    );
  // A link to attach an identifier cannot choose a password.
  if (!row || row.purpose === "attachment") return { ok: false, reason: "unknown" };
  const { email, purpose } = row;
  if (row.consumedAt) return { ok: false, reason: "used", email };
  const expiresAt = tokenEnd(row);
  if (expiresAt <= at) return { ok: false, reason: "expired", email };
  const named = await findRecoverable(tx);
  if (named.length === 0) return { ok: false, reason: "unknown" };
  // Any later change of the password ends the link for that user (security T4).
  const users = named.filter(
    ({ passwordChangedAt }) => passwordChangedAt === null || passwordChangedAt <= row.createdAt,
  );
  if (users.length === 0) return { ok: false, reason: "used", email };
  return { ok: true, token: { id: row.id, purpose, email, expiresAt, users } };
}
