import { createHash, randomBytes } from "node:crypto";

/** SHA-256 in hexadecimal: the only form in which tokens, keys and throttle keys are stored. */
export function sha256Hex(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

/** A secret of 160 random bits in URL-safe letters, with a prefix that secret scanners and people recognise. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(20).toString("base64url")}`;
}
