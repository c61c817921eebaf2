import { createHmac } from "node:crypto";
import { derivedKey } from "@/lib/derived-key";
import { env } from "@/lib/env";
import { sha256Hex } from "@/lib/sha256";

/**
 * The secret of a mailed link: an HMAC of the row's id with a server key, 256 bits, base64url. It is derived each time
 * the mail is rendered, so a retry has the same bytes and no secret is stored; the database holds only its SHA-256.
 */
export function deriveToken(purpose: string, rowId: string, secret?: string): string {
  return createHmac("sha256", derivedKey("mailed links", secret))
    .update(`${purpose}:${rowId}`)
    .digest("base64url");
}

/** Returns the secret of a stored digest, derived with the server key that made it; null if no current key made it. */
export function deriveTokenAgain(purpose: string, rowId: string, tokenHash: string): string | null {
  const candidates = env().AUTH_SECRET.map((secret) => deriveToken(purpose, rowId, secret));
  return candidates.find((token) => sha256Hex(token) === tokenHash) ?? null;
}
