import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { recordEvent } from "@/lib/mails/deliveries/record-event";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { recordOutcome } from "@/lib/mails/outbox/record-outcome";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { sendWithdrawal } from "@/tests/integration/deposits/withdrawal-request";
import { clockAt } from "@/tests/support/clock-file";
import type { StubFault } from "@/tests/support/resend-stub";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { fillOutbox, HOUR, misaddressOne, START } from "./outbox";
import { throughResend } from "./through-resend";

const deadline = new Date(START + 365 * DAY_MS);
const LOST_ANSWER: StubFault = { kind: "reset", accept: true };
const LOST_REQUEST: StubFault = { kind: "reset", accept: false };
const BUSY: StubFault = { kind: "status", status: 429, name: "rate_limit_exceeded" };
const resend = await throughResend();
let supplier: TestSupplier;

beforeEach(async () => void (supplier = await makeSupplier()));

const count = (state: string) =>
  asOwner(async (sql) => (await sql`select from mails where state = ${state}`).length);
const batched = () => asOwner((sql) => sql`select from mails where batch_id is not null`);
const keys = () => new Set(resend.accepted.map(({ idempotencyKey }) => idempotencyKey));
const recipients = () => resend.accepted.map(({ mail }) => mail.to);
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = resend.counts.requests;
  await work();
  return resend.counts.requests - before;
}
async function dispatchAfter(hours: number) {
  clockAt(START + hours * HOUR);
  return dispatchMails(deadline);
}
/** Claims the mails that are due and then stops, like a sender that is killed with kill -9. */
async function claimAndDie(): Promise<void> {
  const [batch] = await claimShipments(100, new Date(START));
  expect(batch?.isBatch).toBe(true);
}

describe("a batch", () => {
  it("sends up to a hundred mails in one request, and each gets its own id from the provider", async () => {
    await fillOutbox(supplier, 250);
    expect(await requestsOf(() => dispatchMails(deadline))).toBe(3);
    expect([new Set(recipients()).size, keys().size, await count("sent")]).toEqual([250, 3, 250]);
    const rows = await asOwner((sql) => sql`select recipient, provider_message_id as name from mails`);
    const names = new Map(resend.accepted.map(({ id, mail }) => [mail.to, id]));
    for (const { recipient, name } of rows) expect(name).toBe(names.get(recipient));
    const sent = await asOwner((sql) => sql`select from deliveries where state = 'sent'`);
    expect(sent).toHaveLength(250);
    const event = {
      id: "msg_1",
      state: "delivered",
      reason: null,
      addressState: null,
      recipients: null,
      serverAnswer: null,
    } as const;
    const messageId = String(rows[7]?.name);
    expect(await recordEvent({ ...event, messageId }, new Date(START))).toBe("recorded");
  });

  it("belongs to one supplier, and never has a single mail", async () => {
    await fillOutbox(supplier, 3);
    await fillOutbox(await makeSupplier(), 1);
    expect(await requestsOf(() => dispatchMails(deadline))).toBe(2);
    expect(await batched()).toHaveLength(3);
    // The two requests are sent together, in any order, so the single mail is found by its key.
    const single = await asOwner((sql) => sql`select from mails where id = any (${[...keys()]})`);
    expect(single).toHaveLength(1);
  });

  it("contains neither mails with attachments nor urgent mails", async () => {
    await fillOutbox(supplier, 30);
    await fillOutbox(supplier, 5, { kind: "notification_attachment" });
    await fillOutbox(supplier, 1, { kind: "recovery" });
    expect(await requestsOf(() => dispatchMails(deadline))).toBe(7);
    expect(resend.accepted.filter(({ mail }) => mail.attachments?.length === 1)).toHaveLength(5);
    expect(await batched()).toHaveLength(30);
  });

  it("lets urgent mails go first, even if others have been due for long", async () => {
    await fillOutbox(supplier, 150);
    await fillOutbox(supplier, 5, { kind: "notification_attachment" });
    clockAt(START + HOUR);
    await fillOutbox(supplier, 1, { kind: "recovery" });
    const first = await claimShipments(100, new Date(START + HOUR));
    expect(first.flatMap(({ mails }) => mails.map(({ kind }) => kind))).toContain("recovery");
  });

  it("contains no mail twice when dispatchers run in parallel", async () => {
    await fillOutbox(supplier, 450);
    await Promise.all([dispatchMails(deadline), dispatchMails(deadline), dispatchMails(deadline)]);
    expect([recipients().length, new Set(recipients()).size, await count("sent")]).toEqual([450, 450, 450]);
  });
});

describe("a batch that may have arrived", () => {
  it("applies events that arrived before the ids of its mails were known", async () => {
    await fillOutbox(supplier, 3);
    resend.failNext(LOST_ANSWER);
    await dispatchMails(deadline);
    const event = {
      id: "msg_1",
      state: "bounced",
      reason: "address_refused",
      addressState: "bounced",
      recipients: null,
      serverAnswer: null,
    } as const;
    const messageId = resend.accepted[1]?.id ?? "";
    expect(await recordEvent({ ...event, messageId }, new Date(START))).toBe("no_mail");
    await dispatchAfter(1);
    const [bounced] = await asOwner(
      (sql) =>
        sql`select recipient from mails join deliveries on mail_id = id and deliveries.state = 'bounced'`,
    );
    expect(bounced?.recipient).toBe(resend.accepted[1]?.mail.to);
  });

  it("is sent again unchanged under its key when the provider accepted it but the answer was lost", async () => {
    await fillOutbox(supplier, 40);
    resend.failNext(LOST_ANSWER);
    expect(await dispatchMails(deadline)).toMatchObject({ queued: 40 });
    expect(await requestsOf(() => dispatchAfter(1))).toBe(1);
    expect([resend.accepted.length, keys().size, await count("sent")]).toEqual([40, 1, 40]);
  });

  it("keeps its mails when its sender died before any answer, and gets no mails that became due since", async () => {
    await fillOutbox(supplier, 40);
    await claimAndDie();
    await fillOutbox(supplier, 10);
    expect(await dispatchAfter(0)).toMatchObject({ sent: 10 });
    expect(await dispatchAfter(1)).toMatchObject({ sent: 40 });
    expect([new Set(recipients()).size, keys().size]).toEqual([50, 2]);
  });

  it("has the same bytes at each try, also with a mail whose invoice was withdrawn and whose link is revoked", async () => {
    const { invoiceIds } = await fillOutbox(supplier, 3, { isDirect: true });
    resend.failNext(LOST_ANSWER);
    await dispatchMails(deadline);
    await sendWithdrawal(supplier.key, invoiceIds[1] ?? "", { reason: "Mauvais client" });
    expect(await dispatchAfter(1)).toMatchObject({ sent: 3 });
    expect(resend.accepted).toHaveLength(3);
    expect(await asOwner((sql) => sql`select from link_capabilities where revoked_at is null`)).toHaveLength(
      2,
    );
  });

  it("counts as accepted when the provider knows the key, without ids of the mails", async () => {
    await fillOutbox(supplier, 3);
    resend.failNext(LOST_ANSWER);
    await dispatchMails(deadline);
    await asOwner((sql) => sql`update mails set props = jsonb_set(props, '{supplier,name}', '"Autre"')`);
    expect(await dispatchAfter(1)).toMatchObject({ sent: 3 });
    expect(resend.accepted).toHaveLength(3);
    expect(await asOwner((sql) => sql`select from mails where provider_message_id is null`)).toHaveLength(3);
  });

  it("is uncertain after 23 hours", async () => {
    await fillOutbox(supplier, 3);
    resend.failNext(LOST_ANSWER, BUSY);
    for (const hours of [0, 5]) expect(await dispatchAfter(hours)).toMatchObject({ queued: 3 });
    expect(await requestsOf(() => dispatchAfter(23))).toBe(0);
    expect(await count("uncertain")).toBe(3);
    expect(await requestsOf(() => dispatchAfter(50))).toBe(0);
  });

  it("counts as not arrived if it is refused later: its good mails are sent one by one", async () => {
    await fillOutbox(supplier, 20);
    await misaddressOne("a@sans-point");
    resend.failNext(LOST_REQUEST);
    expect(await dispatchAfter(0)).toMatchObject({ queued: 20, sent: 0 });
    expect(await dispatchAfter(1)).toMatchObject({ sent: 19, dead: 1 });
    expect(resend.accepted).toHaveLength(19);
  });

  it("counts a late acceptance after another sender took it over, and no other late answer", async () => {
    await fillOutbox(supplier, 2);
    const [stale] = await claimShipments(100, new Date(START));
    const [second] = await claimShipments(100, new Date(START + HOUR));
    if (!stale || !second) throw new Error("nothing claimed");
    expect(second.mails.map(({ id }) => id)).toEqual(stale.mails.map(({ id }) => id));
    const late = { kind: "refused", by: "provider", isAddressDead: false, detail: "late" } as const;
    expect(await recordOutcome(stale, late, true, new Date(START + HOUR))).toEqual([]);
    const accepted = { kind: "accepted", messageIds: ["re_a", "re_b"] } as const;
    expect(await recordOutcome(stale, accepted, true, new Date(START + HOUR))).toEqual(["sent", "sent"]);
    expect(await recordOutcome(second, late, true, new Date(START + HOUR))).toEqual([]);
    expect(await count("sent")).toBe(2);
  });
});

describe("a batch that surely did not arrive", () => {
  it("is dissolved, so that a mail withdrawn meanwhile is not sent", async () => {
    const { invoiceIds } = await fillOutbox(supplier, 4);
    resend.failNext(BUSY);
    expect(await dispatchMails(deadline)).toMatchObject({ queued: 4 });
    expect(await batched()).toEqual([]);
    await sendWithdrawal(supplier.key, invoiceIds[0] ?? "", { reason: "Mauvais client" });
    expect(await dispatchAfter(1)).toMatchObject({ sent: 3 });
    expect([resend.accepted.length, await count("cancelled")]).toEqual([3, 1]);
  });

  it("because it was refused sends its mails one by one, and only the bad one fails", async () => {
    await fillOutbox(supplier, 20);
    await misaddressOne("nobody at all");
    expect(await requestsOf(() => dispatchMails(deadline))).toBe(19);
    expect([await count("sent"), await count("dead"), keys().size]).toEqual([19, 1, 19]);
    expect(await batched()).toEqual([]);
    expect(await asOwner((sql) => sql`select email from mail_addresses`)).toEqual([
      { email: "nobody at all" },
    ]);
  });

  it("because it was refused marks no address as bad", async () => {
    await fillOutbox(supplier, 5);
    resend.failNext({ kind: "status", status: 422, name: "validation_error" });
    await dispatchMails(deadline);
    expect([await count("sent"), keys().size]).toEqual([5, 5]);
    expect(await asOwner((sql) => sql`select from mail_addresses`)).toEqual([]);
  });

  it("because one mail cannot be composed sends the other mails", async () => {
    await fillOutbox(supplier, 5);
    await asOwner(
      (sql) =>
        sql`update mails set props = props #- '{document,totalWithVat}' where id = (select min(id::text)::uuid from mails)`,
    );
    await dispatchMails(deadline);
    expect([await count("sent"), await count("queued")]).toEqual([4, 1]);
  });
});

it("notifications with links are sent in one request", async () => {
  await fillOutbox(supplier, 5, { isQueued: false });
  await makeNotificationMails(new Date(START));
  expect(await requestsOf(() => dispatchMails(deadline))).toBe(1);
});
