import { createHmac, randomBytes, randomUUID } from "node:crypto";

export const newWebhookSecret = () => `whsec_${randomBytes(24).toString("base64")}`;

export interface Webhook {
  body: string;
  secret: string;
  at: Date;
  id?: string;
  /** Replaces the signature made with the secret. */
  signature?: string;
  prefix?: "svix" | "webhook";
}

/** A request signed as the provider signs (https://docs.svix.com/receiving/verifying-payloads/how-manual). */
export function webhookRequest({ body, secret, at, id, signature, prefix = "svix" }: Webhook): Request {
  const eventId = id ?? `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const validSignature = createHmac("sha256", key).update(`${eventId}.${timestamp}.${body}`).digest("base64");
  return new Request("http://localhost:3000/api/webhooks/resend", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      [`${prefix}-id`]: eventId,
      [`${prefix}-timestamp`]: timestamp,
      [`${prefix}-signature`]: signature ?? `v1,${validSignature}`,
    },
    body,
  });
}

/** An event about one mail, as the provider writes it. */
export function eventBody(type: string, messageId: string, more: object = {}): string {
  const data = {
    created_at: "2026-11-23T08:00:00.000Z",
    email_id: messageId,
    from: "Loueur <mails@loueur.example>",
    to: ["compta@essai.example"],
    subject: "Votre facture",
    ...more,
  };
  return JSON.stringify({ type, created_at: "2026-11-23T08:00:01.000Z", data });
}

export const bounce = (type: string, subType: string) => ({ bounce: { message: "…", type, subType } });
