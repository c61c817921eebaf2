import { createHmac, timingSafeEqual } from "node:crypto";
import { MINUTE_MS } from "@/lib/durations";

const TOLERANCE_MS = 5 * MINUTE_MS;
/**
 * In bytes. Shorter keys are ignored, so that a wrong setting that decodes to a few bytes does not open the webhook.
 */
const MIN_KEY_BYTES = 16;

/** The headers of a webhook request that are needed to check its signature. */
export interface SignedHeaders {
  id: string;
  timestamp: string;
  signatures: string[];
}

/**
 * Reads the headers of the Svix scheme (also Standard Webhooks), before any of the body is read. Null when one is
 * missing or malformed, or when the timestamp differs from `at` by more than 5 minutes.
 */
export function readSignedHeaders(headers: Headers, at: Date): SignedHeaders | null {
  const header = (name: string) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? "";
  const [id, timestamp] = [header("id"), header("timestamp")];
  if (!/^[\w.-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(at.getTime() - Number(timestamp) * 1000) > TOLERANCE_MS) return null;
  const signatures = header("signature")
    .split(" ")
    .flatMap((part) => (part.startsWith("v1,") ? [part.slice(3)] : []));
  return signatures.length > 0 ? { id, timestamp, signatures } : null;
}

/**
 * Checks that one of the signatures is the HMAC-SHA-256 of `id.timestamp.body`, with the exact bytes of the body,
 * under one of `secrets` (`whsec_` and base64; several, separated by commas, during a rotation). False without a
 * secret.
 */
export function isSigned(headers: SignedHeaders, body: Uint8Array, secrets: string | undefined): boolean {
  const expected = keysOf(secrets ?? "").map((key) =>
    createHmac("sha256", key).update(`${headers.id}.${headers.timestamp}.`).update(body).digest(),
  );
  return headers.signatures.some((signature) => {
    const given = Buffer.from(signature, "base64");
    return expected.some((digest) => given.length === digest.length && timingSafeEqual(given, digest));
  });
}

function keysOf(secrets: string): Buffer[] {
  return secrets
    .split(",")
    .map((secret) => Buffer.from(secret.trim().replace(/^whsec_/, ""), "base64"))
    .filter((key) => key.length >= MIN_KEY_BYTES);
}
