import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { bounce } from "@/tests/support/resend-event";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { setWebhookSecret } from "./resend-webhook";
import { addMail, addresses, deliveryOf, makeSentMail, postEvent as event } from "./sent-mail";

let supplier: TestSupplier;
let mailId: string;

beforeEach(async () => {
  ({ supplier, mailId } = await makeSentMail());
});

afterAll(() => setWebhookSecret(null));

const delivery = () => deliveryOf(mailId);

describe("the delivery of a mail", () => {
  it("only moves forward, for any order of events", async () => {
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

  it("has the same final state for every order of the same events, even all at the same time", async () => {
    const events = ["email.delivered", "email.sent", "email.delivery_delayed", "email.bounced"];
    for (let turn = 0; turn < events.length; turn += 1) {
      await asOwner((sql) => sql`truncate deliveries, mail_events, mail_addresses`);
      const order = [...events.slice(turn), ...events.slice(0, turn)];
      await Promise.all(order.map((type) => event(type, bounce("Permanent", "NoEmail"))));
      expect(await delivery()).toEqual({ state: "bounced", reason: "address_refused" });
    }
  });

  it.each<[string, object, { state: string; reason: string }, string | null]>([
    [
      "email.bounced",
      bounce("Permanent", "General"),
      { state: "bounced", reason: "address_refused" },
      "bounced",
    ],
    ["email.bounced", bounce("Transient", "MailboxFull"), { state: "bounced", reason: "mailbox_full" }, null],
    ["email.bounced", bounce("Permanent", "MailboxFull"), { state: "bounced", reason: "mailbox_full" }, null],
    ["email.bounced", bounce("Undetermined", "Undetermined"), { state: "bounced", reason: "returned" }, null],
    ["email.bounced", {}, { state: "bounced", reason: "returned" }, null],
    [
      "email.bounced",
      bounce("Permanent", "Suppressed"),
      { state: "undeliverable", reason: "suppressed" },
      "suppressed",
    ],
    ["email.suppressed", {}, { state: "undeliverable", reason: "suppressed" }, "suppressed"],
    ["email.complained", {}, { state: "complained", reason: "complained" }, "complained"],
    ["email.failed", {}, { state: "undeliverable", reason: "provider_failed" }, null],
  ])("after %s with %j has a reason, and an effect on the address", async (type, more, expected, address) => {
    await event(type, more);
    expect(await delivery()).toEqual(expected);
    const known = address
      ? [{ supplier_id: supplier.id, email: "compta@essai.example", state: address }]
      : [];
    expect(await addresses()).toEqual(known);
  });
});

describe("the answer of the receiving server", () => {
  const answerOf = async () => {
    const [row] = await asOwner((sql) => sql`select server_answer from deliveries where mail_id = ${mailId}`);
    return row?.server_answer;
  };
  const refused = (diagnosticCode: unknown) =>
    event("email.bounced", {
      bounce: { type: "Permanent", subType: "General", message: "…", diagnosticCode },
    });

  it.each([
    ["smtp; 550 5.1.1 User unknown", "550 5.1.1 User unknown"],
    [["smtp; 450 4.2.0 Later", "smtp;554 5.4.14 Hop count"], "450 4.2.0 Later 554 5.4.14 Hop count"],
    ["550 one\r\n\u0000\u202etwo \ud83d", "550 one two \ufffd"],
    ["5".repeat(5_000), "5".repeat(1_000)],
    [[], null],
  ])("is kept with the mail, as one short line", async (diagnosis, kept) => {
    await refused(diagnosis);
    expect(await answerOf()).toBe(kept);
  });

  it("is removed with the state that it explained", async () => {
    await event("email.delivery_delayed", { bounce: { diagnosticCode: "450 4.2.0 Later" } });
    expect(await answerOf()).toBe("450 4.2.0 Later");
    await event("email.delivered");
    expect(await answerOf()).toBe(null);
  });
});

describe("an event that names somebody else", () => {
  const elsewhere = { to: ["Archives <archives@ailleurs.example>"] };

  it("leaves the mail and its recipient as they are", async () => {
    await event("email.delivered");
    for (const [type, more] of [
      ["email.bounced", bounce("Permanent", "General")],
      ["email.complained", {}],
      ["email.suppressed", {}],
    ] as const)
      await event(type, { ...more, ...elsewhere });
    expect(await delivery()).toEqual({ state: "delivered", reason: null });
    expect(await addresses()).toEqual([]);
  });

  it("has no effect either when it arrives before the mail is recorded as sent", async () => {
    await event("email.bounced", { ...bounce("Permanent", "General"), ...elsewhere }, "re_early");
    const [stored] = await asOwner((sql) => sql`select recipients from mail_events`);
    expect(stored).toEqual({ recipients: ["archives@ailleurs.example"] });
  });

  it.each([
    ["the mailbox it was forwarded to", "smtp; 550 5.1.1 <archives@ailleurs.example>: user unknown", []],
    ["the recipient", "smtp; 550 5.1.1 <Compta@essai.example>: user unknown", ["bounced"]],
    ["only our sender", "550 5.7.1 <mails@loueur.example>: refused, ask help@essai.example", ["bounced"]],
    ["nobody", "550 mailbox unavailable, <https://help.example>", ["bounced"]],
  ])("is recognised by the words of the server, when they name %s", async (_whom, words, states) => {
    await event("email.bounced", {
      bounce: { type: "Permanent", subType: "General", message: "…", diagnosticCode: [words] },
    });
    expect((await addresses()).map(({ state }) => state)).toEqual(states);
  });

  it("counts when it names the recipient too, however the address is written", async () => {
    const to = ["archives@ailleurs.example", "Compta <COMPTA@essai.example>"];
    await event("email.bounced", { ...bounce("Permanent", "General"), to });
    expect(await delivery()).toEqual({ state: "bounced", reason: "address_refused" });
    expect(await addresses()).toMatchObject([{ state: "bounced" }]);
  });
});

it.each([
  ["Transient", "General"],
  ["Transient", "MailboxFull"],
  ["Permanent", "MailboxFull"],
  ["Undetermined", "Undetermined"],
])("one soft bounce (%s, %s) never condemns the address", async (type, subType) => {
  await event("email.bounced", bounce(type, subType));
  expect(await addresses()).toEqual([]);
});

describe("the state of an address", () => {
  it("only gets worse until the address is recorded again; a delivery ends a suppression only", async () => {
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

  it("is separate for each supplier", async () => {
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
