import { seal, unseal } from "@/lib/seal";

/** A sealed text has an end; a second factor has none. */
const NEVER = new Date("9999-12-31T00:00:00.000Z");

/** Seals the secret of one user's second factor under the newest AUTH_SECRET (base32). */
export const sealFactorSecret = (userId: string, secret: string): string =>
  seal({ purpose: "second_factor", of: userId }, secret, NEVER);

/**
 * Opens the secret of one user's second factor. Throws when no AUTH_SECRET of this instance made it: the user's second
 * factor must be reset.
 */
export function openFactorSecret(userId: string, sealed: string): string {
  const secret = unseal({ purpose: "second_factor", of: userId }, sealed);
  if (secret === null) throw new Error("The secret of a second factor was sealed under another AUTH_SECRET.");
  return secret;
}
