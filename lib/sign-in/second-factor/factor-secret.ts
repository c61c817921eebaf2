import { seal, unseal } from "@/lib/seal";

/** A sealed text must have an end date, but the secret of a second factor does not expire. */
const NEVER = new Date("9999-12-31T00:00:00.000Z");

/** Seals the secret of a second factor (base32) for the user who enrolled, under the newest AUTH_SECRET. */
export const sealFactorSecret = (sealedFor: string, secret: string): string =>
  seal({ purpose: "second_factor", of: sealedFor }, secret, NEVER);

/**
 * Opens the secret of a second factor. Throws when no AUTH_SECRET of this instance made it: the user's second
 * factor must be reset.
 */
export function openFactorSecret(sealedFor: string, sealed: string): string {
  const secret = unseal({ purpose: "second_factor", of: sealedFor }, sealed);
  if (secret === null) throw new Error("The secret of a second factor was sealed under another AUTH_SECRET.");
  return secret;
}
