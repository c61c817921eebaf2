import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { recordOutcome } from "@/lib/mails/outbox/record-outcome";
import type { Shipment } from "@/lib/mails/outbox/shipment";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { deposit, put, rows } from "@/tests/integration/accounts/account-request";
import { sendWithdrawal } from "@/tests/integration/deposits/withdrawal-request";
import { HOUR, START } from "@/tests/integration/mails/outbox";
import { throughResend } from "@/tests/integration/mails/through-resend";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";

const EMAIL = "compta@perce-neige.example";
const BUSY = { kind: "retry", afterMs: null, detail: "resend 429 rate_limit_exceeded" } as const;
const LOST = { kind: "unknown", afterMs: null, detail: "resend ECONNRESET" } as const;
const deadline = new Date(START + 365 * DAY_MS);
const resend = await throughResend();
let supplier: TestSupplier;

beforeEach(async () => {
  supplier = await makeSupplier();
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: EMAIL, preference: "link" });
  await deposit(supplier, "C-1");
  await makeNotificationMails(new Date(START));
  await dispatchMails(deadline);
  resend.accepted.splice(0);
});

async function queue(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await deposit(supplier, "C-1");
  await makeNotificationMails(new Date(START));
}
const recover = () =>
  requestRecovery({
    supplier: { id: supplier.id, recoveryAnswer: "explicit" },
    email: EMAIL,
    address: "",
    locale: "fr",
  });
async function claim(): Promise<Shipment> {
  const [shipment] = await claimShipments(100, new Date(START));
  if (!shipment) throw new Error("nothing claimed");
  return shipment;
}
async function dispatchLater() {
  clockAt(START + HOUR);
  return dispatchMails(deadline);
}
const last = async (kind: string) => (await rows("mails")).filter((mail) => mail.kind === kind).at(-1);

const withdraw = async () => {
  const invoice = (await rows("invoices")).at(-1);
  await sendWithdrawal(supplier.key, String(invoice?.id), { reason: "Mauvais client" });
};
const bounce = () =>
  asOwner(
    (sql) =>
      sql`insert into mail_addresses values (${supplier.id}, ${EMAIL}, 'bounced', 'address_refused', now())`,
  );
const close = () => asOwner((sql) => sql`update accounts set state = 'closed'`);

const STOPS: [string, () => Promise<unknown>][] = [
  ["its account was set to paper", () => put(supplier, "C-1", { channel: "paper" })],
  ["the address of its account was removed", () => put(supplier, "C-1", { email: null })],
  ["its account was closed", close],
  ["its invoice was withdrawn", withdraw],
  ["its address refused another mail", bounce],
];

describe("the next try of a mail about an invoice", () => {
  it.each(STOPS)("is cancelled when %s meanwhile", async (_, stop) => {
    await queue(1);
    const shipment = await claim();
    await stop();
    expect(await recordOutcome(shipment, BUSY, true, new Date(START))).toEqual(["queued"]);
    await dispatchLater();
    expect(await last("notification_link")).toMatchObject({ id: shipment.id, state: "cancelled" });
    expect(resend.accepted).toEqual([]);
  });

  it.each(STOPS.slice(0, 3))("is cancelled in a batch when %s meanwhile", async (_, stop) => {
    await queue(2);
    const shipment = await claim();
    expect(shipment.isBatch).toBe(true);
    await stop();
    await recordOutcome(shipment, BUSY, true, new Date(START));
    await dispatchLater();
    expect(resend.accepted).toEqual([]);
    const ended = (await rows("mails")).filter(
      ({ kind, state }) => kind === "notification_link" && state !== "sent",
    );
    expect(ended).toMatchObject([{ state: "cancelled" }, { state: "cancelled" }]);
  });

  it("takes place with the same key if the mail may have arrived", async () => {
    await queue(1);
    const shipment = await claim();
    await put(supplier, "C-1", { channel: "paper" });
    await recordOutcome(shipment, LOST, true, new Date(START));
    expect(await dispatchLater()).toMatchObject({ sent: 1 });
    expect(resend.accepted).toMatchObject([{ idempotencyKey: shipment.id }]);
  });

  it("is cancelled without a delivery problem", async () => {
    await queue(1);
    await put(supplier, "C-1", { channel: "paper" });
    await dispatchLater();
    const mail = await last("notification_link");
    expect(mail).toMatchObject({ state: "cancelled", reason: "account_on_paper" });
    expect(await asOwner((sql) => sql`select from deliveries where mail_id = ${String(mail?.id)}`)).toEqual(
      [],
    );
  });

  it("takes place although the preference changed after the deposit (R18)", async () => {
    await queue(1);
    await put(supplier, "C-1", { preference: "none" });
    expect(await dispatchLater()).toMatchObject({ sent: 1 });
  });
});

describe("the next try of a mail with a link", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["its user was deactivated", () => asOwner((sql) => sql`update users set status = 'disabled'`)],
    ["its user has another address", () => asOwner((sql) => sql`update users set email = 'a@b.example'`)],
    [
      "its user has another password",
      () =>
        asOwner((sql) => sql`update users set password_changed_at = ${new Date(START + 1000).toISOString()}`),
    ],
    ["another link was used", () => asOwner((sql) => sql`update tokens set consumed_at = created_at`)],
  ])("is cancelled when %s meanwhile", async (_, stop) => {
    await recover();
    const shipment = await claim();
    await stop();
    await recordOutcome(shipment, BUSY, true, new Date(START));
    await dispatchLater();
    expect(await last("recovery")).toMatchObject({
      state: "cancelled",
      reason: "link_unusable",
    });
    expect(resend.accepted).toEqual([]);
  });

  it("takes place if nothing changed", async () => {
    await recover();
    await recordOutcome(await claim(), BUSY, true, new Date(START));
    expect(await dispatchLater()).toMatchObject({ sent: 1 });
  });
});
