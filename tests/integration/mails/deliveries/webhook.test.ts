import { Webhook as StandardWebhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as route from "@/app/api/webhooks/resend/route";
import {
  bounce,
  eventBody,
  newWebhookSecret,
  type Webhook,
  webhookRequest,
} from "@/tests/support/resend-event";
import { asOwner } from "@/tests/support/world";
import { sendWebhook, setWebhookSecret } from "./resend-webhook";
import {
  addresses,
  deliveryOf,
  makeSentMail,
  MESSAGE,
  NOW,
  postEvent as event,
  postWebhook,
  secret,
} from "./sent-mail";

let mailId: string;

beforeEach(async () => {
  ({ mailId } = await makeSentMail());
});

afterAll(() => setWebhookSecret(null));

const delivery = () => deliveryOf(mailId);
const events = () => asOwner((sql) => sql`select id from mail_events`);

describe("a webhook of the mail provider is refused", () => {
  const body = eventBody("email.delivered", MESSAGE);
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

  it.each<[string, () => Partial<Webhook>]>([
    ["signed with another secret", () => ({ secret: newWebhookSecret() })],
    ["with an empty signature", () => ({ signature: "v1," })],
    ["signed in another version", () => ({ signature: `v2,${Buffer.alloc(32).toString("base64")}` })],
    [
      "with a signature of another length",
      () => ({ signature: `v1,${Buffer.alloc(16).toString("base64")}` }),
    ],
    ["over 5 minutes old", () => ({ at: later(-301) })],
    ["over 5 minutes ahead", () => ({ at: later(301) })],
    ["with an invalid id", () => ({ id: "a b" })],
  ])("%s", async (_what, change) => {
    expect((await postWebhook(body, change())).status).toBe(401);
    expect([await delivery(), await events()]).toEqual([null, []]);
  });

  it("when a byte of the body was changed, or the signature is for another id", async () => {
    const signed = webhookRequest({ body, secret, at: NOW, id: "msg_1" });
    const altered = new Request(signed.url, { method: "POST", headers: signed.headers, body: `${body} ` });
    expect((await sendWebhook(altered)).status).toBe(401);
    const renamed = new Headers(signed.headers);
    renamed.set("svix-id", "msg_2");
    const replayed = new Request(signed.url, { method: "POST", headers: renamed, body });
    expect((await sendWebhook(replayed)).status).toBe(401);
  });

  it("without one of the signature headers", async () => {
    for (const name of ["svix-id", "svix-timestamp", "svix-signature"]) {
      const request = webhookRequest({ body, secret, at: NOW });
      request.headers.delete(name);
      expect((await sendWebhook(request)).status, name).toBe(401);
    }
  });

  it.each([null, "", "whsec_", ",", "whsec_AAAA", "undefined"])("while the secret is %s", async (value) => {
    setWebhookSecret(value);
    for (const key of [secret, value ?? "", "whsec_", "undefined"])
      expect((await postWebhook(body, { secret: key })).status).toBe(401);
  });

  it("for other methods, and for a body larger than any event", async () => {
    expect((await route.GET()).status).toBe(405);
    expect((await postWebhook("x".repeat(300_000))).status).toBe(413);
  });

  it("as malformed when it is signed but is not an event", async () => {
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
    for (const one of [...broken, ...nameless]) expect((await postWebhook(one)).status, one).toBe(400);
  });
});

describe("a webhook of the mail provider is accepted", () => {
  it("at both ends of the 5 minutes, with either name of its headers, among several signatures", async () => {
    const body = eventBody("email.sent", MESSAGE);
    const moved = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    expect((await postWebhook(body, { at: moved(-300) })).status).toBe(200);
    expect((await postWebhook(body, { at: moved(300), prefix: "webhook" })).status).toBe(200);
    const signed = webhookRequest({ body, secret, at: NOW });
    const own = signed.headers.get("svix-signature") ?? "";
    signed.headers.set("svix-signature", `v1a,xyz v1,AAAA ${own}`);
    expect((await sendWebhook(signed)).status).toBe(200);
  });

  it("as the library of the Standard Webhooks specification signs it", async () => {
    const body = eventBody("email.sent", MESSAGE, { subject: "Votre facture d’été" });
    const signature = new StandardWebhook(secret).sign("msg_1", NOW, body);
    const signed = webhookRequest({ body, secret, at: NOW, id: "msg_1", signature, prefix: "webhook" });
    expect((await sendWebhook(signed)).status).toBe(200);
  });

  it("with the old and the new secret during a rotation", async () => {
    const next = newWebhookSecret();
    setWebhookSecret(`${secret}, ${next}`);
    expect((await event("email.sent")).status).toBe(200);
    expect((await postWebhook(eventBody("email.delivered", MESSAGE), { secret: next })).status).toBe(200);
    expect(await delivery()).toEqual({ state: "delivered", reason: null });
  });

  it("and ignored when its mail is unknown or its type has no meaning for the portal", async () => {
    expect(await event("email.delivered", {}, "re_unknown")).toEqual({ status: 200, outcome: "no_mail" });
    for (const type of ["email.opened", "contact.created", "constructor", "toString"])
      expect(await event(type)).toEqual({ status: 200, outcome: "ignored" });
    expect(await delivery()).toBeNull();
  });

  it("once: a second one with the same id has no effect, also with other contents", async () => {
    const first = eventBody("email.delivered", MESSAGE);
    const second = eventBody("email.bounced", MESSAGE, bounce("Permanent", "General"));
    expect((await postWebhook(first, { id: "msg_1" })).outcome).toBe("recorded");
    expect((await postWebhook(first, { id: "msg_1" })).outcome).toBe("seen");
    expect((await postWebhook(second, { id: "msg_1" })).outcome).toBe("seen");
    expect(await delivery()).toMatchObject({ state: "delivered" });
    expect(await addresses()).toEqual([]);
  });

  it("once when it arrives 20 times at the same time", async () => {
    const body = eventBody("email.bounced", MESSAGE, bounce("Permanent", "General"));
    const sent = await Promise.all(Array.from({ length: 20 }, () => postWebhook(body, { id: "msg_1" })));
    expect(sent.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(sent.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
    expect([await events(), await addresses()].map(({ length }) => length)).toEqual([1, 1]);
  });
});
