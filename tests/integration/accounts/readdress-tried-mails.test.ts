import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { openLink } from "@/lib/links/open-link";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { recordOutcome } from "@/lib/mails/outbox/record-outcome";
import { sendShipment } from "@/lib/mails/outbox/send-shipment";
import type { Shipment } from "@/lib/mails/outbox/shipment";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { HOUR, START } from "@/tests/integration/mails/outbox";
import { throughResend } from "@/tests/integration/mails/through-resend";
import { clockAt } from "@/tests/support/clock-file";
import { eventually } from "@/tests/support/eventually";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { deposit, put, rows } from "./account-request";

const OLD = "ancienne@perce-neige.example";
const NEW = "nouvelle@perce-neige.example";
const THIRD = "troisieme@perce-neige.example";
const BUSY = { kind: "retry", afterMs: null, detail: "resend 429 rate_limit_exceeded" } as const;
const REFUSED = {
  kind: "refused",
  by: "receiving_server",
  isAddressDead: true,
  detail: "smtp 550 5.1.1 RCPT TO",
} as const;
const LOST = { kind: "unknown", afterMs: null, detail: "resend ECONNRESET" } as const;
const deadline = new Date(START + 365 * DAY_MS);
const resend = await throughResend();
let supplier: TestSupplier;

beforeEach(async () => {
  supplier = await makeSupplier();
  await asOwner((sql) => sql`update suppliers set link_opens = 'direct'`);
  await put(supplier, "C-1", { companyName: "Perce-Neige", email: OLD, preference: "link" });
  await deposit(supplier, "C-1");
  await makeNotificationMails(new Date(START));
  await dispatchMails(deadline);
  resend.accepted.splice(0);
});

/** Queues `count` mails about invoices and claims them, as a sender does before it has an answer. */
async function claimMails(count: number): Promise<Shipment> {
  for (let index = 0; index < count; index += 1) await deposit(supplier, "C-1");
  await makeNotificationMails(new Date(START));
  const [shipment, ...others] = await claimShipments(100, new Date(START));
  if (!shipment || others.length > 0 || shipment.mails.length !== count) throw new Error("not one shipment");
  return shipment;
}

const change = async (email: string | null, effective = "now") =>
  expect(await put(supplier, "C-1", { email, effective })).toMatchObject({ status: 200 });
const record = (shipment: Shipment, outcome: SendOutcome) =>
  recordOutcome(shipment, outcome, true, new Date(START));
/** The mails about invoices that are not sent yet. */
const waiting = async () =>
  (await rows("mails")).filter(({ kind, state }) => !/activation|changed/.test(kind) && state !== "sent");
async function dispatchAfter(hours: number) {
  clockAt(START + hours * HOUR);
  return dispatchMails(deadline);
}
/** The mails about one invoice that the provider accepted. */
const invoiceMails = () => resend.accepted.filter(({ mail }) => mail.subject.startsWith("Facture A-"));

/** The secrets of the links in the mails that the provider accepted. */
const secrets = () => invoiceMails().map(({ mail }) => /\/d\/([\w-]{43})/.exec(mail.html ?? "")?.[1] ?? "");

describe("a mail whose account changes its address while the mail is being sent", () => {
  it.each<[string, SendOutcome]>([
    ["the provider is busy", BUSY],
    ["the former address refuses it", REFUSED],
  ])("goes to the new address, with another key and another link, when %s", async (_, outcome) => {
    const shipment = await claimMails(1);
    const [link] = (await rows("link_capabilities")).slice(-1);
    await change(NEW);
    expect(await record(shipment, outcome)).toEqual(["queued"]);
    const [mail, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: NEW, state: "queued", may_have_arrived_since: null });
    expect(mail?.id).not.toBe(shipment.id);

    await dispatchAfter(1);
    expect(invoiceMails()).toMatchObject([{ mail: { to: NEW } }]);
    expect(invoiceMails()[0]?.idempotencyKey).not.toBe(shipment.id);
    expect(await openLink(secrets()[0] ?? "")).toMatchObject({ ok: true });
    const links = await rows("link_capabilities");
    expect(links.find(({ id }) => id === link?.id)?.revoked_at).not.toBeNull();
    expect(links.filter(({ revoked_at }) => revoked_at === null)).toMatchObject([{ mail_id: mail?.id }]);
  });

  it("goes to the new address when there was no connection", async () => {
    const shipment = await claimMails(1);
    await change(NEW);
    const comeUp = await resend.goDown();
    try {
      expect(await sendShipment(shipment)).toMatchObject({ states: ["queued"] });
    } finally {
      await comeUp();
    }
    await dispatchAfter(1);
    expect(invoiceMails().map(({ mail }) => mail.to)).toEqual([NEW]);
  });

  it.each<[string, SendOutcome]>([
    ["the provider is busy", BUSY],
    ["the provider refuses the batch", { ...REFUSED, by: "provider", isAddressDead: false }],
  ])("goes to the new address when it is part of a batch and %s", async (_, outcome) => {
    const shipment = await claimMails(3);
    expect(shipment.isBatch).toBe(true);
    await change(NEW);
    expect(await record(shipment, outcome)).toEqual(["queued", "queued", "queued"]);
    const ids = (await waiting()).map(({ id }) => id);
    expect(ids.filter((id) => shipment.mails.some((mail) => mail.id === id))).toEqual([]);
    await dispatchAfter(1);
    expect(invoiceMails().map(({ mail }) => mail.to)).toEqual([NEW, NEW, NEW]);
    for (const secret of secrets()) expect(await openLink(secret)).toMatchObject({ ok: true });
  });

  it("keeps all its invoices when it is a digest", async () => {
    await put(supplier, "C-1", { preference: "digest" });
    for (let index = 0; index < 3; index += 1) await deposit(supplier, "C-1");
    await makeDigests(new Date(START), true);
    const [shipment] = await claimShipments(100, new Date(START));
    if (!shipment) throw new Error("no digest");
    await change(NEW);
    await record(shipment, BUSY);
    await dispatchAfter(1);
    const [digest] = resend.accepted.filter(({ mail }) => mail.html?.includes("/d/"));
    expect(digest?.mail.to).toBe(NEW);
    const opened = await openLink(/\/d\/([\w-]{43})/.exec(digest?.mail.html ?? "")?.[1] ?? "");
    expect(opened.ok && opened.viewer.invoiceIds).toHaveLength(3);
  });

  it("keeps its key and its address while it may have arrived, and its link stops working", async () => {
    const shipment = await claimMails(1);
    await change(NEW);
    expect(await record(shipment, LOST)).toEqual(["queued"]);
    const [mail] = await waiting();
    expect(mail).toMatchObject({ id: shipment.id, recipient: OLD });
    const [again] = await claimShipments(100, new Date(START + HOUR));
    if (!again) throw new Error("not claimed again");
    expect(await record(again, BUSY)).toEqual(["queued"]);
    expect(await waiting()).toMatchObject([{ id: shipment.id, recipient: OLD }]);
    await dispatchAfter(2);
    expect(invoiceMails().map(({ mail: { to }, idempotencyKey }) => [to, idempotencyKey])).toEqual([
      [OLD, shipment.id],
    ]);
    expect(await openLink(secrets()[0] ?? "")).toMatchObject({ ok: false });
  });

  it("goes to the last address after several changes", async () => {
    const shipment = await claimMails(1);
    await change(NEW);
    await change(THIRD);
    await record(shipment, BUSY);
    await dispatchAfter(1);
    expect(invoiceMails().map(({ mail }) => mail.to)).toEqual([THIRD]);
  });

  it.each([
    ["removed and restored", null],
    ["changed and changed back", NEW],
  ])("has a working link when the address was %s meanwhile", async (_, between) => {
    const shipment = await claimMails(1);
    await change(between);
    await change(OLD);
    await record(shipment, BUSY);
    await dispatchAfter(1);
    expect(invoiceMails().map(({ mail }) => mail.to)).toEqual([OLD]);
    expect(await openLink(secrets()[0] ?? "")).toMatchObject({ ok: true });
  });

  it("keeps its address while the change waits for the next invoice", async () => {
    const shipment = await claimMails(1);
    await change(NEW, "next_invoice");
    await record(shipment, BUSY);
    expect(await waiting()).toMatchObject([{ id: shipment.id, recipient: OLD }]);
  });

  it("is not lost when the outcome and the change are written at the same moment", async () => {
    const shipment = await claimMails(1);
    let recorded: Promise<unknown> | undefined;
    await asOwner((sql) =>
      sql.begin(async (tx) => {
        // A change that has not updated the account's mails yet.
        await tx`update accounts set email = ${NEW}`;
        recorded = record(shipment, BUSY);
        await eventually("the outcome waits", waitingForLock);
      }),
    );
    await recorded;
    expect(await waiting()).toMatchObject([{ recipient: NEW }]);
  });

  it("is not lost when the outcome and the change are written in any order, ten times", async () => {
    for (let index = 0; index < 10; index += 1) {
      const shipment = await claimMails(1);
      await Promise.all([change(`a${index}@perce-neige.example`), record(shipment, BUSY)]);
      expect(await waiting()).toMatchObject([{ recipient: `a${index}@perce-neige.example` }]);
      await dispatchAfter(1);
      clockAt(START);
    }
  });
});

const waitingForLock = async () =>
  (
    await asOwner(
      (sql) => sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;
