import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { listSentMails } from "@/lib/desk/list-sent-mails";
import { DAY_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { settleFailedMail } from "@/lib/operators/settle-failed-mail";
import { MINUTE, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { depositOne, putCustomer } from "./first-deposit";
import { makeOperatorWorld, operatorEvents, type SignedInOperator } from "./operator-world";

let operator: SignedInOperator;
let supplier: TestSupplier;
let mailId: string;
beforeEach(async () => {
  operator = await makeOperatorWorld();
  supplier = await makeSupplier();
  await putCustomer(supplier.key);
  await depositOne(supplier.key);
  await makeNotificationMails(now());
  const [row] = await asOwner((sql) => sql`select id from mails where kind = 'notification_link'`);
  mailId = String(row?.id);
});

const dispatch = () => dispatchMails(new Date(now().getTime() + DAY_MS));
const mail = async () => {
  const [row] = await asOwner(
    (sql) => sql`
      select m.state, m.reason, d.state as delivery, d.reason as delivery_reason
      from mails m left join deliveries d on d.mail_id = m.id where m.id = ${mailId}`,
  );
  return row;
};
const fail = (state: "dead" | "uncertain", reason: string) =>
  asOwner(async (sql) => {
    await sql`update mails set state = ${state}, reason = ${reason}, tries = 3, batch_id = null where id = ${mailId}`;
    await sql`
      insert into deliveries (mail_id, supplier_id, account_id, state, reason, updated_at)
      select id, supplier_id, account_id, ${state === "dead" ? "undeliverable" : "queued"}, ${reason}, now()
      from mails where id = ${mailId}`;
  });

it.each([
  ["dead", "given_up"],
  ["uncertain", "answer_unknown"],
] as const)("a %s mail is tried again once, and reaches its reader", async (state, reason) => {
  await fail(state, reason);
  const twice = await Promise.all([
    settleFailedMail(operator, mailId, "retry"),
    settleFailedMail(operator, mailId, "retry"),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  // The activation of the same account leaves too.
  expect(await dispatch()).toMatchObject({ sent: 2 });
  expect(await mail()).toMatchObject({ state: "sent", reason: null, delivery: "sent" });
  expect(await operatorEvents()).toEqual(["operator mail_retried"]);
});

it("a mail that was given up after two days gets two new days", async () => {
  passTime(3 * 24 * 60 * MINUTE);
  await fail("dead", "given_up");
  operator = { ...operator, id: await provenSession(operator.viewer) };
  expect(await settleFailedMail(operator, mailId, "retry")).toEqual({ ok: true });
  const [row] = await asOwner((sql) => sql`select sendable_since from mails where id = ${mailId}`);
  expect(row?.sendable_since).toEqual(now());
});

it.each([
  ["dead", "not_accepted"],
  ["uncertain", "answer_unknown"],
] as const)("a dropped %s mail stays dropped, and the desk says so", async (state, reason) => {
  await fail(state, reason);
  expect(await settleFailedMail(operator, mailId, "drop")).toEqual({ ok: true });
  expect(await mail()).toEqual({
    ...{ state: "cancelled", reason: "dropped_by_operator" },
    ...{ delivery: "undeliverable", delivery_reason: "dropped_by_operator" },
  });
  for (const choice of ["retry", "drop"] as const)
    expect(await settleFailedMail(operator, mailId, choice)).toEqual({ ok: false, reason: "settled" });
  expect(await dispatch()).toMatchObject({ sent: 1 });
  const { viewer } = await makeStaff("adviser", supplier);
  const { mails } = await listSentMails({ ...viewer, supplierId: supplier.id } as StaffUser, null);
  expect(mails.find(({ id }) => id === mailId)?.status).toBe("dropped");
});

it("a mail that did not fail is left alone, as is the retry of one whose address is refused", async () => {
  for (const choice of ["retry", "drop"] as const)
    expect(await settleFailedMail(operator, mailId, choice)).toEqual({ ok: false, reason: "settled" });
  await fail("dead", "address_refused");
  expect(await settleFailedMail(operator, mailId, "retry")).toEqual({ ok: false, reason: "settled" });
  expect(await settleFailedMail(operator, randomUUID(), "drop")).toEqual({ ok: false, reason: "settled" });
  expect(await settleFailedMail(operator, "x", "drop")).toEqual({ ok: false, reason: "settled" });
  expect(await settleFailedMail(operator, mailId, "drop")).toEqual({ ok: true });
});

it("settling needs fresh proof", async () => {
  await fail("dead", "given_up");
  passTime(6 * MINUTE);
  expect(await settleFailedMail(operator, mailId, "retry")).toMatchObject({ reason: "proof_needed" });
  expect(await mail()).toMatchObject({ state: "dead" });
});

it("a mail that is dropped twice at the same time is dropped once, and the journal says who did it and what for", async () => {
  await fail("dead", "given_up");
  const twice = await Promise.all([
    settleFailedMail(operator, mailId, "drop"),
    settleFailedMail(operator, mailId, "drop"),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await settleFailedMail(operator, mailId, "drop")).toEqual({ ok: false, reason: "settled" });
  expect(await operatorEvents()).toEqual(["operator mail_dropped"]);
  const [event] = await asOwner((sql) => sql`select * from audit_events where action = 'mail_dropped'`);
  expect(event).toMatchObject({
    ...{ actor_id: operator.viewer.userId, supplier_id: supplier.id, subject_id: mailId },
    details: { kind: "notification_link", was: "dead" },
  });
  // The journal names no recipient.
  expect(JSON.stringify(event)).not.toContain("@client.example");
});
