import { randomUUID } from "node:crypto";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { eventBody, newWebhookSecret, type Webhook, webhookRequest } from "@/tests/support/resend-event";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { sendWebhook, setWebhookSecret } from "./resend-webhook";

export const NOW = new Date("2026-11-23T08:00:00Z");
export const EMAIL = "Compta@essai.example";
export const MESSAGE = "re_1";
export const secret = newWebhookSecret();

/** An empty database, the webhook with `secret`, and one mail that was sent with the id `MESSAGE`. */
export async function makeSentMail(): Promise<{ supplier: TestSupplier; mailId: string }> {
  clockAt(NOW);
  await testDatabase().reset();
  setWebhookSecret(secret);
  const supplier = await makeSupplier();
  return { supplier, mailId: await addMail(supplier, MESSAGE) };
}

/** A mail to `EMAIL`, sent with the provider's id `messageId`. */
export async function addMail(of: TestSupplier, messageId: string): Promise<string> {
  const account = await makeAccount(of);
  const id = randomUUID();
  const at = NOW.toISOString();
  await asOwner(
    (sql) => sql`
      insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at,
        provider_message_id, created_at)
      values (${id}, ${of.id}, ${account.id}, 'activation', ${randomUUID()}, ${EMAIL}, 'fr', '{}', 'sent', ${at},
        ${messageId}, ${at})`,
  );
  return id;
}

export const postWebhook = (body: string, change: Partial<Webhook> = {}) =>
  sendWebhook(webhookRequest({ body, secret, at: NOW, ...change }));

export const postEvent = (type: string, more: object = {}, messageId = MESSAGE) =>
  postWebhook(eventBody(type, messageId, more));

export async function deliveryOf(mailId: string) {
  const [row] = await asOwner((sql) => sql`select state, reason from deliveries where mail_id = ${mailId}`);
  return row ?? null;
}

export const addresses = () =>
  asOwner((sql) => sql`select supplier_id, email, state from mail_addresses order by email`);
