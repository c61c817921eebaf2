import { hkdfSync } from "node:crypto";
import { env } from "./env";

/** Derived keys by purpose and secret, because deriving one costs more than using it. */
const keys = new Map<string, Buffer>();

/** Returns the 256-bit key for one purpose (HKDF, RFC 5869). A key reveals nothing about the keys of other purposes. */
export function derivedKey(purpose: string, secret = currentSecret()): Buffer {
  const name = `${purpose}\n${secret}`;
  const key = keys.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "", `e-facture ${purpose}`, 32));
  keys.set(name, key);
  return key;
}

/**
 * Returns the keys for one purpose under each rotated secret, the newest first, so that texts encrypted with an older
 * key can still be decrypted.
 */
export const derivedKeys = (purpose: string): Buffer[] =>
  env().AUTH_SECRET.map((secret) => derivedKey(purpose, secret));

function currentSecret(): string {
  const [secret] = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is empty.");
  return secret;
}
