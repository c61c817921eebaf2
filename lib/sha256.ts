import { createHash, randomBytes } from "node:crypto";

/** Returns the SHA-256 in hexadecimal. Tokens, API keys and throttle keys are stored only in this form. */
export function sha256Hex(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

/** Returns a secret of 160 random bits, base64url, with a prefix that people and secret scanners recognise. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(20).toString("base64url")}`;
}
