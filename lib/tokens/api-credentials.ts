import { sqlClient } from "@/db/client";
import type { CustomerToken, SupplierKey } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import type { KeyScope } from "@/lib/key-scopes";
import { sha256Hex } from "@/lib/sha256";

export const SUPPLIER_KEY_PREFIX = "efk";
export const CUSTOMER_TOKEN_PREFIX = "eft";

/**
 * The supplier key of `Authorization: Bearer …` (RFC 6750) and its scopes; null for one that is unknown, revoked or
 * expired. Only SHA-256 digests are compared. `isSuspended`: the supplier is, so that the key may do nothing.
 */
export async function authenticateSupplierKey(
  headers: Headers,
): Promise<{ viewer: SupplierKey; scopes: readonly KeyScope[]; isSuspended: boolean } | null> {
  const key = bearer(headers, SUPPLIER_KEY_PREFIX);
  if (!key) return null;
  const [row] = await sqlClient()<
    { key_id: string; supplier_id: string; scopes: KeyScope[]; is_suspended: boolean }[]
  >`
    select k.*, s.suspended_at is not null as is_suspended
    from auth_supplier_key(${digest(key)}, ${now()}) as k join suppliers s on s.id = k.supplier_id`;
  if (!row) return null;
  return {
    viewer: { kind: "supplier_key", keyId: row.key_id, supplierId: row.supplier_id },
    scopes: row.scopes,
    isSuspended: row.is_suspended,
  };
}

/** The customer token of the request (read-only), or null. User and account are checked on each call. */
export async function authenticateCustomerToken(headers: Headers): Promise<CustomerToken | null> {
  const token = bearer(headers, CUSTOMER_TOKEN_PREFIX);
  if (!token) return null;
  const [row] = await sqlClient()<
    { token_id: string; user_id: string; account_id: string; supplier_id: string }[]
  >`select * from auth_customer_token(${digest(token)}, ${now()})`;
  if (!row) return null;
  return {
    kind: "customer_token",
    tokenId: row.token_id,
    userId: row.user_id,
    accountId: row.account_id,
    supplierId: row.supplier_id,
  };
}

function bearer(headers: Headers, prefix: string): string | null {
  const match = /^Bearer ([\w-]{20,200})$/i.exec(headers.get("authorization") ?? "");
  return match?.[1]?.startsWith(`${prefix}_`) ? match[1] : null;
}

const digest = (secret: string) => Buffer.from(sha256Hex(secret), "hex");
