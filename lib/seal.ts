import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { now } from "./clock";
import { derivedKey, derivedKeys } from "./derived-key";

/*
 * AES-256-GCM (NIST SP 800-38D): a random nonce of 96 bits, then the ciphertext, then the tag of 128 bits. The plaintext
 * begins with its expiry time, in milliseconds. The key is derived from the purpose and from what the text belongs to.
 */
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const END_BYTES = 8;

/** What a sealed text is for: a fixed purpose, and what it belongs to, such as the path of a page. */
export interface SealedFor {
  purpose: "flash" | "form_answer" | "second_factor" | "enrolment";
  of: string;
}

/** Encrypts and authenticates `text` for one purpose, until `endsAt`. The result is base64url. */
export function seal({ purpose, of }: SealedFor, text: string, endsAt: Date): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(derivedKey(purpose), of), nonce);
  const end = Buffer.alloc(END_BYTES);
  end.writeBigInt64BE(BigInt(endsAt.getTime()));
  const sealed = [
    nonce,
    cipher.update(end),
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return Buffer.concat(sealed).toString("base64url");
}

/**
 * Returns the text that was sealed for this purpose; null when it was forged, sealed for something else, or expired.
 */
export function unseal({ purpose, of }: SealedFor, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE_BYTES + END_BYTES + TAG_BYTES) return null;
  for (const key of derivedKeys(purpose)) {
    const opened = open(keyFor(key, of), bytes);
    if (opened)
      return opened.readBigInt64BE() > BigInt(now().getTime()) ? opened.toString("utf8", END_BYTES) : null;
  }
  return null;
}

const keyFor = (purposeKey: Buffer, of: string) => createHmac("sha256", purposeKey).update(of).digest();

function open(key: Buffer, bytes: Buffer): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
