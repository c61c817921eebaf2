import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { exchange, NoAnswer } from "@/lib/mails/transports/http-exchange";
import { publicLookup } from "@/lib/public-address";

const TIMEOUT_MS = 5_000;

/**
 * Posts one call to `ALERT_WEBHOOK_URL`, signed after Standard Webhooks, and returns null when it was accepted (a status
 * of 2xx), or the reason in technical words. Outside the embedded mode the host must have public addresses only.
 */
export async function postAlert(call: { id: string; body: string }, at: Date): Promise<string | null> {
  const { ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET = [], EMBEDDED } = env();
  if (ALERT_WEBHOOK_URL === undefined) return "no webhook";
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const headers = new Headers({
    "content-type": "application/json",
    "user-agent": "E-Facture",
    "webhook-id": call.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": ALERT_WEBHOOK_SECRET.map((secret) =>
      signature(secret, `${call.id}.${timestamp}.${call.body}`),
    ).join(" "),
  });
  try {
    const { status } = await exchange(
      ALERT_WEBHOOK_URL,
      { method: "POST", headers, body: call.body, lookup: EMBEDDED ? undefined : publicLookup },
      TIMEOUT_MS,
    );
    return status >= 200 && status < 300 ? null : `status ${status}`;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const { cause } = error;
    return cause instanceof Error && "code" in cause ? String(cause.code) : "no answer";
  }
}

/** The scheme of Standard Webhooks: HMAC-SHA-256 of `id.timestamp.body` under the bytes of the secret. */
function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
}
