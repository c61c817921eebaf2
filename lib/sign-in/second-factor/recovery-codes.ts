import { createHmac } from "node:crypto";
import { fromBase32 } from "./totp";

/** How many recovery codes a user gets at once. */
export const RECOVERY_CODES = 10;

/** Without letters and digits that look alike: eight of these 31 signs make 39 bits. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const HALF = 4;
/** Bytes from here on would make some signs likelier than others. */
const FAIR_BYTES = 256 - (256 % SIGNS.length);

/** Makes the recovery codes that follow from a secret seed: two groups of four signs, such as `k7mf-2qwd`. */
export function makeRecoveryCodes(seed: Buffer): string[] {
  const signs: string[] = [];
  for (let block = 0; signs.length < RECOVERY_CODES * 2 * HALF; block += 1)
    for (const byte of createHmac("sha256", seed).update(`recovery codes ${block}`).digest())
      if (byte < FAIR_BYTES) signs.push(SIGNS[byte % SIGNS.length] ?? "");
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const code = signs.slice(index * 2 * HALF, (index + 1) * 2 * HALF).join("");
    return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
  });
}

/** Returns a typed recovery code as it was shown, without spaces and in lower case; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toLowerCase().replace(/[\s-]/g, "");
  return signs.length === 2 * HALF && [...signs].every((sign) => SIGNS.includes(sign))
    ? `${signs.slice(0, HALF)}-${signs.slice(HALF)}`
    : null;
}

/** The digest under which a recovery code is stored, keyed with the secret of the factor. */
export const recoveryCodeHash = (secret: string, code: string): string =>
  createHmac("sha256", fromBase32(secret)).update(`recovery ${code}`).digest("hex");
