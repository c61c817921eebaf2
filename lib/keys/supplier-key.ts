import { and, eq, getTableColumns, gt, isNull, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { supplierKeys } from "@/db/schema/keys";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import type { KeyScope } from "@/lib/key-scopes";

/** A supplier's key as its managers see it; the secret itself is not stored. */
export interface SupplierKeyRow {
  id: string;
  name: string;
  /** The first characters of the secret. */
  prefix: string;
  scopes: KeyScope[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** The key that replaced this one. */
  successor: { id: string; prefix: string } | null;
}

/** `ending`: replaced by another key, and still accepted until it expires. `replaced`: not accepted any more. */
export type KeyState = "active" | "ending" | "replaced" | "expired" | "revoked";

/** Returns the state of a key at an instant. */
export function stateOf(
  key: Pick<SupplierKeyRow, "revokedAt" | "expiresAt" | "successor">,
  at: Date,
): KeyState {
  if (key.revokedAt) return "revoked";
  if (key.expiresAt && key.expiresAt <= at) return key.successor ? "replaced" : "expired";
  return key.successor ? "ending" : "active";
}

/** Whether a key is accepted at that instant. */
export const isAccepted = (at: Date): SQL | undefined =>
  and(isNull(supplierKeys.revokedAt), or(isNull(supplierKeys.expiresAt), gt(supplierKeys.expiresAt, at)));

/** Selects keys of the manager's supplier. */
export function selectKeys(tx: Transaction, { supplierId }: Manager, condition: SQL | undefined) {
  const successors = alias(supplierKeys, "successors");
  const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } =
    getTableColumns(supplierKeys);
  return tx
    .select({
      ...{ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt },
      successor: { id: successors.id, prefix: successors.prefix },
    })
    .from(supplierKeys)
    .leftJoin(successors, eq(successors.replacedKeyId, supplierKeys.id))
    .where(and(eq(supplierKeys.supplierId, supplierId), condition))
    .$dynamic();
}
