import { createHmac } from "node:crypto";
import { fromBase32 } from "./totp";

/** How many recovery codes a user gets at once. */
export const RECOVERY_CODES = 10;

/** The characters of a code, without those that look alike. Eight of these 31 characters make 39 random bits. */
const CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const HALF = 4;
/** Larger bytes are skipped, because they would make some characters more likely than others. */
const FAIR_BYTES = 256 - (256 % CHARACTERS.length);

/** Derives the recovery codes from a secret seed: two groups of four characters, such as `k7mf-2qwd`. */
export function makeRecoveryCodes(seed: Buffer): string[] {
  const characters: string[] = [];
  for (let block = 0; characters.length < RECOVERY_CODES * 2 * HALF; block += 1)
    for (const byte of createHmac("sha256", seed).update(`recovery codes ${block}`).digest())
      if (byte < FAIR_BYTES) characters.push(CHARACTERS[byte % CHARACTERS.length] ?? "");
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const code = characters.slice(index * 2 * HALF, (index + 1) * 2 * HALF).join("");
    return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
  });
}

/** Returns a typed recovery code as it was shown, without spaces and in lower case; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const characters = typed.toLowerCase().replace(/[\s-]/g, "");
  return characters.length === 2 * HALF &&
    [...characters].every((character) => CHARACTERS.includes(character))
    ? `${characters.slice(0, HALF)}-${characters.slice(HALF)}`
    : null;
}

/** The digest under which a recovery code is stored, keyed with the secret of the factor. */
export const recoveryCodeHash = (secret: string, code: string): string =>
  createHmac("sha256", fromBase32(secret)).update(`recovery ${code}`).digest("hex");
