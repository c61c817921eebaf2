import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { KeyScope } from "@/lib/key-scopes";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { CUSTOMER_TOKEN_PREFIX, SUPPLIER_KEY_PREFIX } from "./api-credentials";

/** The first characters of a secret, by which people recognise it on a screen. */
const SHOWN_LENGTH = 12;

interface NewSupplierKey {
  id: string;
  supplierId: string;
  name: string;
  scopes: readonly KeyScope[];
  at: Date;
  /** Null: it does not expire. */
  expiresAt: Date | null;
  /** The active key that it replaces, which has the same name and scopes, and when that one ends. */
  replaced?: { id: string; endsAt: Date };
}

/**
 * Makes a supplier's key to the API and returns it; only its SHA-256 is stored, so it is shown once. PostgreSQL allows
 * managers to make keys of their supplier, and the demo generator to make any, and writes the journal
 * (db/functions/issue.sql).
 */
export async function issueSupplierKey(
  tx: Transaction,
  key: NewSupplierKey,
): Promise<{ secret: string; prefix: string }> {
  const secret = newSecret(SUPPLIER_KEY_PREFIX);
  const prefix = secret.slice(0, SHOWN_LENGTH);
  const { id, supplierId, name, scopes, at, expiresAt, replaced } = key;
  await tx.execute(sql`
    select issue_supplier_key(${id}, ${supplierId}, ${name}, ${`{${scopes.join(",")}}`}, ${prefix},
      decode(${sha256Hex(secret)}, 'hex'), ${at.toISOString()}, ${expiresAt?.toISOString() ?? null},
      ${replaced?.id ?? null}, ${replaced?.endsAt.toISOString() ?? null})`);
  return { secret, prefix };
}

/**
 * Makes a read-only token of the API for a customer's user and returns it; only its SHA-256 is stored, so it is shown
 * once. PostgreSQL allows administrators to make their own tokens, and the demo generator to make any.
 */
export async function issueCustomerToken(
  tx: Transaction,
  token: { id: string; userId: string; name: string; at: Date },
): Promise<string> {
  const secret = newSecret(CUSTOMER_TOKEN_PREFIX);
  await tx.execute(sql`
    select issue_customer_token(${token.id}, ${token.userId}, ${token.name}, ${secret.slice(0, SHOWN_LENGTH)},
      decode(${sha256Hex(secret)}, 'hex'), ${token.at.toISOString()})`);
  return secret;
}
