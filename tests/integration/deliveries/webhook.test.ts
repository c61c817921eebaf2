import { setClock } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as route from "@/app/api/webhooks/resend/route";
import {
  bounce,
  eventBody,
  newWebhookSecret,
  sendWebhook,
  setWebhookSecret,
  webhookRequest,
  type Webhook,
} from "./resend-webhook";

const NOW = new Date("2026-11-23T08:00:00Z");
const EMAIL = "Compta@essai.example";
const MESSAGE = "re_1";
const secret = newWebhookSecret();
let supplier: TestSupplier;
let mailId: string;

beforeEach(async () => {
  setClock(process.env.CLOCK_FILE ?? "", NOW);
  await testDatabase().reset();
  setWebhookSecret(secret);
  supplier = await makeSupplier();
  mailId = await addMail(supplier, MESSAGE);
});

afterAll(() => setWebhookSecret(null));

async function addMail(of: TestSupplier, messageId: string | null): Promise<string> {
  const account = await makeAccount(of);
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at,
        provider_message_id, created_at)
      values (${id}, ${of.id}, ${account.id}, 'activation', ${randomUUID()}, ${EMAIL}, 'fr', '{}', 'sent', ${NOW.toISOString()},
        ${messageId}, ${NOW.toISOString()})`,
  );
  return id;
}

const tell = (body: string, change: Partial<Webhook> = {}) =>
  sendWebhook(webhookRequest({ body, secret, at: NOW, ...change }));
const event = (type: string, more: object = {}, messageId = MESSAGE) =>
  tell(eventBody(type, messageId, more));

async function delivery() {
  const [row] = await asOwner((sql) => sql`select state, reason from deliveries where mail_id = ${mailId}`);
  return row ?? null;
}

const addresses = () =>
  asOwner((sql) => sql`select supplier_id, email, state from mail_addresses order by email`);
const events = () => asOwner((sql) => sql`select id from mail_events`);

describe("a webhook of the mail provider is refused", () => {
  const body = eventBody("email.delivered", MESSAGE);
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

  it.each<[string, () => Partial<Webhook>]>([
    ["under another secret", () => ({ secret: newWebhookSecret() })],
    ["signed with nothing", () => ({ signature: "v1," })],
    ["signed in another version", () => ({ signature: `v2,${Buffer.alloc(32).toString("base64")}` })],
    ["signed with another length", () => ({ signature: `v1,${Buffer.alloc(16).toString("base64")}` })],
    ["over 5 minutes old", () => ({ at: later(-301) })],
    ["over 5 minutes ahead", () => ({ at: later(301) })],
    ["with an odd id", () => ({ id: "a b" })],
  ])("%s", async (_what, change) => {
    expect((await tell(body, change())).status).toBe(401);
    expect([await delivery(), await events()]).toEqual([null, []]);
  });

  it("when a byte of the body changed on the way, or the signature is of another id", async () => {
    const signed = webhookRequest({ body, secret, at: NOW, id: "msg_1" });
    const altered = new Request(signed.url, { method: "POST", headers: signed.headers, body: `${body} ` });
    expect((await sendWebhook(altered)).status).toBe(401);
    const renamed = new Headers(signed.headers);
    renamed.set("svix-id", "msg_2");
    const replayed = new Request(signed.url, { method: "POST", headers: renamed, body });
    expect((await sendWebhook(replayed)).status).toBe(401);
  });

  it("without a header of the signature", async () => {
    for (const name of ["svix-id", "svix-timestamp", "svix-signature"]) {
      const request = webhookRequest({ body, secret, at: NOW });
      request.headers.delete(name);
      expect((await sendWebhook(request)).status, name).toBe(401);
    }
  });

  it.each([null, "", "whsec_", ",", "whsec_AAAA", "undefined"])("while the secret is %s", async (value) => {
    setWebhookSecret(value);
    for (const key of [secret, value ?? "", "whsec_", "undefined"])
      expect((await tell(body, { secret: key })).status).toBe(401);
  });

  it("by other methods, and beyond any size that an event has", async () => {
    expect((await route.GET()).status).toBe(405);
    expect((await tell("x".repeat(300_000))).status).toBe(413);
  });

  it("as malformed when it is signed and is no event", async () => {
    const broken = [
      "",
      "{",
      "null",
      "[]",
      '"text"',
      "{}",
      '{"type": "email.sent"}',
      '{"type": 1, "data": {}}',
    ];
    const nameless = [eventBody("email.bounced", ""), eventBody("email.delivered", MESSAGE, { email_id: 3 })];
    for (const one of [...broken, ...nameless]) expect((await tell(one)).status, one).toBe(400);
  });
});

describe("a webhook of the mail provider is taken", () => {
  it("at both ends of the 5 minutes, by either name of its headers, among several signatures", async () => {
    const body = eventBody("email.sent", MESSAGE);
    const moved = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    expect((await tell(body, { at: moved(-300) })).status).toBe(200);
    expect((await tell(body, { at: moved(300), prefix: "webhook" })).status).toBe(200);
    const signed = webhookRequest({ body, secret, at: NOW });
    const own = signed.headers.get("svix-signature") ?? "";
    signed.headers.set("svix-signature", `v1a,xyz v1,AAAA ${own}`);
    expect((await sendWebhook(signed)).status).toBe(200);
  });

  it("under the old secret and the new one while they rotate", async () => {
    const next = newWebhookSecret();
    setWebhookSecret(`${secret}, ${next}`);
    expect((await event("email.sent")).status).toBe(200);
    expect((await tell(eventBody("email.delivered", MESSAGE), { secret: next })).status).toBe(200);
    expect(await delivery()).toEqual({ state: "delivered", reason: null });
  });

  it("and ignored when it is of no mail or no kind that matters", async () => {
    expect(await event("email.delivered", {}, "re_unknown")).toEqual({ status: 200, outcome: "no_mail" });
    for (const type of ["email.opened", "contact.created", "constructor", "toString"])
      expect(await event(type)).toEqual({ status: 200, outcome: "ignored" });
    expect(await delivery()).toBeNull();
  });

  it("once: again under its id it has no effect, whatever it says then", async () => {
    const first = eventBody("email.delivered", MESSAGE);
    const second = eventBody("email.bounced", MESSAGE, bounce("Permanent", "General"));
    expect((await tell(first, { id: "msg_1" })).outcome).toBe("recorded");
    expect((await tell(first, { id: "msg_1" })).outcome).toBe("seen");
    expect((await tell(second, { id: "msg_1" })).outcome).toBe("seen");
    expect(await delivery()).toMatchObject({ state: "delivered" });
    expect(await addresses()).toEqual([]);
  });

  it("once when it comes 20 times at the same moment", async () => {
    const body = eventBody("email.bounced", MESSAGE, bounce("Permanent", "General"));
    const sent = await Promise.all(Array.from({ length: 20 }, () => tell(body, { id: "msg_1" })));
    expect(sent.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(sent.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
    expect([await events(), await addresses()].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe("the delivery of a mail", () => {
  it("moves forward only, in whatever order its news come", async () => {
    const steps: [string, string][] = [
      ["email.delivery_delayed", "delayed"],
      ["email.sent", "delayed"],
      ["email.delivered", "delivered"],
      ["email.sent", "delivered"],
      ["email.delivery_delayed", "delivered"],
      ["email.complained", "complained"],
      ["email.delivered", "complained"],
    ];
    for (const [type, state] of steps) {
      await event(type);
      expect(await delivery(), type).toMatchObject({ state });
    }
  });

  it("ends the same for every order of the same news, even all at once", async () => {
    const news = ["email.delivered", "email.sent", "email.delivery_delayed", "email.bounced"];
    for (let turn = 0; turn < news.length; turn += 1) {
      await asOwner((sql) => sql`truncate deliveries, mail_events, mail_addresses`);
      const order = [...news.slice(turn), ...news.slice(0, turn)];
      await Promise.all(order.map((type) => event(type, bounce("Permanent", "NoEmail"))));
      expect(await delivery()).toEqual({ state: "bounced", reason: "address refused for good" });
    }
  });

  it.each<[string, object, { state: string; reason: string }, string | null]>([
    [
      "email.bounced",
      bounce("Permanent", "General"),
      { state: "bounced", reason: "address refused for good" },
      "bounced",
    ],
    ["email.bounced", bounce("Transient", "MailboxFull"), { state: "bounced", reason: "mailbox full" }, null],
    ["email.bounced", bounce("Permanent", "MailboxFull"), { state: "bounced", reason: "mailbox full" }, null],
    [
      "email.bounced",
      bounce("Undetermined", "Undetermined"),
      { state: "bounced", reason: "sent back without a reason" },
      null,
    ],
    ["email.bounced", {}, { state: "bounced", reason: "sent back without a reason" }, null],
    [
      "email.bounced",
      bounce("Permanent", "Suppressed"),
      { state: "undeliverable", reason: "suppressed by the mail provider" },
      "suppressed",
    ],
    [
      "email.suppressed",
      {},
      { state: "undeliverable", reason: "suppressed by the mail provider" },
      "suppressed",
    ],
    [
      "email.complained",
      {},
      { state: "complained", reason: "marked as unwanted by its reader" },
      "complained",
    ],
    ["email.failed", {}, { state: "undeliverable", reason: "the mail provider could not send it" }, null],
  ])("after %s with %j says why, and what it means for the address", async (type, more, told, address) => {
    await event(type, more);
    expect(await delivery()).toEqual(told);
    const known = address
      ? [{ supplier_id: supplier.id, email: "compta@essai.example", state: address }]
      : [];
    expect(await addresses()).toEqual(known);
  });
});

describe("what is known of an address", () => {
  it("gets worse, never better, until it is recorded anew; a delivery ends a suppression only", async () => {
    const second = await addMail(supplier, "re_2");
    expect(second).not.toBe(mailId);
    await event("email.suppressed");
    await event("email.delivered", {}, "re_2");
    expect(await addresses()).toEqual([]);
    const steps: [string, object, string][] = [
      ["email.suppressed", {}, "suppressed"],
      ["email.complained", {}, "complained"],
      ["email.suppressed", {}, "complained"],
      ["email.delivered", {}, "complained"],
      ["email.bounced", bounce("Permanent", "General"), "bounced"],
      ["email.complained", {}, "bounced"],
    ];
    for (const [type, more, state] of steps) {
      await event(type, more);
      expect(await addresses(), type).toMatchObject([{ state }]);
    }
  });

  it("is each supplier's own", async () => {
    const other = await makeSupplier();
    await addMail(other, "re_other");
    await event("email.complained", {}, "re_other");
    await event("email.bounced", bounce("Permanent", "General"));
    const known = await addresses();
    expect(known).toHaveLength(2);
    expect(known).toContainEqual({
      supplier_id: other.id,
      email: "compta@essai.example",
      state: "complained",
    });
  });
});
