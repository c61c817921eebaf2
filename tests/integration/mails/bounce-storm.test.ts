import { afterAll, beforeAll, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { readHeldMails } from "@/lib/desk/read-held-mails";
import { DAY_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { changeSupplier } from "@/lib/operators/change-supplier";
import { listSuppliersForOperator } from "@/lib/operators/list-suppliers";
import { addColleague } from "@/tests/integration/users/staff-world";
import { clockAt } from "@/tests/support/clock-file";
import { bounce, eventBody, newWebhookSecret, webhookRequest } from "@/tests/support/resend-event";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { sendWebhook, setWebhookSecret } from "./deliveries/resend-webhook";
import { fillOutbox, START } from "./outbox";
import { throughResend } from "./through-resend";

const resend = await throughResend();
const dispatch = () => dispatchMails(new Date(now().getTime() + DAY_MS));
const pauseOf = async (supplier: TestSupplier) =>
  (await listSuppliersForOperator({ kind: "job" })).find(({ id }) => id === supplier.id);

const secret = newWebhookSecret();
beforeAll(() => setWebhookSecret(secret));
afterAll(() => setWebhookSecret(null));

/** The provider reports the mails accepted after the first `from`: the first `count` with this event, others as delivered. */
async function report(type: "bounced" | "complained", count: number, from = 0): Promise<void> {
  for (const [index, { id, mail }] of resend.accepted.slice(from).entries()) {
    const isTrouble = index < count;
    const body = eventBody(isTrouble ? `email.${type}` : "email.delivered", id, {
      to: mail.to,
      ...(isTrouble && type === "bounced" && bounce("Permanent", "General")),
    });
    expect(await sendWebhook(webhookRequest({ body, secret, at: now() }))).toMatchObject({ status: 200 });
  }
}

it("a bounce storm of one supplier pauses it alone; an operator lets its mails leave again, each once", async () => {
  const storm = await makeSupplier();
  const calm = await makeSupplier();
  const manager = await addColleague("manager", storm);
  await fillOutbox(storm, 60);
  expect(await dispatch()).toMatchObject({ sent: 60 });
  await report("bounced", 6);
  await fillOutbox(storm, 30);
  await fillOutbox(storm, 1, { kind: "recovery" });
  await fillOutbox(calm, 20);
  // The other supplier's 20, the recovery, and the mail to the manager.
  expect(await dispatch()).toMatchObject({ sent: 22 });
  expect(
    resend.accepted.filter(({ mail }) => mail.to.includes(manager.email)).map(({ mail }) => mail.subject),
  ).toEqual(["Vos mails sont en pause\u00a0: Loueur Essai"]);
  expect(await pauseOf(storm)).toMatchObject({
    ...{ pause: { cause: "bounces" }, held: 30, rates: { bounced: 6 } },
  });
  expect(await pauseOf(calm)).toMatchObject({ pause: null, held: 0 });
  if (manager.viewer.kind !== "manager") throw new Error("Not a manager.");
  expect(await readHeldMails(manager.viewer)).toMatchObject({
    pause: { cause: "bounces", waiting: 30 },
    steps: null,
  });
  expect(await dispatch()).toMatchObject({ sent: 0 });

  // Three days later nothing has changed, and no mail was given up.
  clockAt(START + 3 * DAY_MS);
  expect(await dispatch()).toMatchObject({ sent: 0, dead: 0 });
  expect(await changeSupplier("command_line", storm.id, "resume_mails")).toMatchObject({
    ok: true,
    isNew: true,
  });
  expect(await changeSupplier("command_line", storm.id, "resume_mails")).toMatchObject({
    ok: true,
    isNew: false,
  });
  expect(await dispatch()).toMatchObject({ sent: 30 });
  expect(await dispatch()).toMatchObject({ sent: 0 });
  expect(
    new Set(resend.accepted.map(({ idempotencyKey, mail }) => `${idempotencyKey} ${mail.to}`)).size,
  ).toBe(resend.accepted.length);
  expect(await pauseOf(storm)).toMatchObject({ pause: null, held: 0 });
});

it("few mails, few bounces and a rate below the limit pause nobody", async () => {
  const supplier = await makeSupplier();
  await fillOutbox(supplier, 40);
  await dispatch();
  await report("bounced", 10);
  await dispatch();
  expect((await pauseOf(supplier))?.pause).toBeNull();
  await fillOutbox(supplier, 300);
  await dispatch();
  await report("bounced", 0, 40);
  await dispatch();
  expect(await pauseOf(supplier)).toMatchObject({ pause: null, rates: { sent: 340, bounced: 10 } });
});

it("complaints pause too, and bounces of the day before do not count", async () => {
  const supplier = await makeSupplier();
  await fillOutbox(supplier, 60);
  await dispatch();
  await report("bounced", 10);
  clockAt(START + DAY_MS + 60_000);
  await dispatch();
  expect((await pauseOf(supplier))?.pause).toBeNull();
  await fillOutbox(supplier, 60);
  await dispatch();
  await report("complained", 3, 60);
  await dispatch();
  expect((await pauseOf(supplier))?.pause).toMatchObject({ cause: "complaints" });
});

it("one reader who marks many mails as unwanted does not pause the mails of all", async () => {
  const supplier = await makeSupplier();
  await fillOutbox(supplier, 60);
  await asOwner((sql) => sql`update mails set recipient = 'lecteur@client.example'`);
  await dispatch();
  await report("complained", 12);
  await dispatch();
  expect(await pauseOf(supplier)).toMatchObject({ pause: null, rates: { sent: 60, complained: 1 } });
});

it("a mail that may have arrived is not held: it is sent again under its key", async () => {
  const supplier = await makeSupplier();
  await fillOutbox(supplier, 2);
  resend.failNext({ kind: "reset", accept: true });
  expect(await dispatch()).toMatchObject({ queued: 2 });
  await asOwner(
    (sql) =>
      sql`update supplier_sending set paused_at = now(), pause_cause = 'bounces' where supplier_id = ${supplier.id}`,
  );
  clockAt(START + 60_000);
  expect(await dispatch()).toMatchObject({ sent: 2 });
  expect(resend.accepted).toHaveLength(2);
});
