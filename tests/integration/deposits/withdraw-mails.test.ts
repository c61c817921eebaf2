import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { sendWithdrawal } from "./withdrawal-request";

const NOW = new Date("2026-11-23T08:00:00Z");
const deadline = new Date(NOW.getTime() + DAY_MS);
const EMAIL = "compta@essai.example";
let supplier: TestSupplier;

beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  await asOwner((sql) => sql`update suppliers set link_opens = 'direct'`);
});

/** An account with this notification preference, already activated, so without an activation mail. */
async function reader(preference: "link" | "digest"): Promise<TestAccount> {
  const account = await makeAccount(supplier, { preference });
  await asOwner(
    (sql) => sql`update accounts set email = ${EMAIL}, activation_queued_at = now() where id = ${account.id}`,
  );
  return account;
}

async function deposit(account: TestAccount, number: string): Promise<string> {
  const sent = await sendFile(supplier.key, invoiceFile({ number }), {
    customerNumber: account.customerNumber,
  });
  return String(sent.body.id);
}

const withdraw = (id: string) => sendWithdrawal(supplier.key, id, { reason: "Mauvais client" });
const rows = (table: "notifications" | "mails") =>
  asOwner((sql) => sql`select state from ${sql(table)} order by created_at, id`);
const states = async (table: "notifications" | "mails") => (await rows(table)).map(({ state }) => state);
const openLinks = async () =>
  (await asOwner((sql) => sql`select id from link_capabilities where revoked_at is null`)).length;

describe("withdrawing an invoice", () => {
  it("cancels the waiting notification, so that no mail is made", async () => {
    const id = await deposit(await reader("link"), "F-1");
    await withdraw(id);
    expect(await states("notifications")).toEqual(["cancelled"]);
    expect(await makeNotificationMails(NOW)).toBe(0);
  });

  it("cancels its queued mail and revokes its link, but not those of other invoices", async () => {
    const account = await reader("link");
    const [first] = [await deposit(account, "F-1"), await deposit(account, "F-2")];
    expect(await makeNotificationMails(NOW)).toBe(2);
    expect(await openLinks()).toBe(2);
    await withdraw(first);
    expect((await states("mails")).sort()).toEqual(["cancelled", "queued"]);
    expect(await openLinks()).toBe(1);
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
    const [mail] = await listMailbox(5);
    expect(mail?.text).toContain("F-2");
    expect(mail?.text).not.toContain("F-1");
  });

  it("revokes the link of a sent mail, but not one that also opens other invoices", async () => {
    const account = await reader("digest");
    const first = await deposit(account, "F-1");
    await deposit(account, "F-2");
    await makeDigests(NOW, true);
    await dispatchMails(deadline);
    await withdraw(first);
    expect([await states("mails"), await openLinks()]).toEqual([["sent"], 1]);
    const alone = await deposit(account, "F-3");
    await makeDigests(NOW, true);
    await dispatchMails(deadline);
    expect(await openLinks()).toBe(2);
    const { mailed } = (await withdraw(alone)).body;
    expect(mailed).toEqual([{ kind: "digest", recipient: EMAIL, sentAt: NOW.toISOString() }]);
    expect(await openLinks()).toBe(1);
  });

  it("cancels a queued digest that lists it, and the other invoices come in the next digest", async () => {
    const account = await reader("digest");
    const first = await deposit(account, "F-1");
    await deposit(account, "F-2");
    expect(await makeDigests(NOW, true)).toBe(1);
    await withdraw(first);
    expect([await states("mails"), await openLinks()]).toEqual([["cancelled"], 0]);
    expect(await makeDigests(NOW, true)).toBe(1);
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
    const [mail, ...more] = await listMailbox(5);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("F-2");
    expect(mail?.text).not.toContain("F-1");
  });

  it("allows a new digest the same day for the other invoices of a cancelled one", async () => {
    const account = await reader("digest");
    const first = await deposit(account, "F-1");
    await deposit(account, "F-2");
    const evening = new Date("2026-11-23T17:30:00Z");
    clockAt(evening);
    expect(await makeDigests(evening)).toBe(1);
    await withdraw(first);
    expect([await makeDigests(evening), await makeDigests(evening)]).toEqual([1, 0]);
  });

  it("stops the retry of a mail that was being sent", async () => {
    const id = await deposit(await reader("link"), "F-1");
    await makeNotificationMails(NOW);
    const lease = deadline.toISOString();
    await asOwner((sql) => sql`update mails set state = 'sending', tries = 1, leased_until = ${lease}`);
    await withdraw(id);
    expect(await states("mails")).toEqual(["sending"]);
    await asOwner((sql) => sql`update mails set state = 'queued', leased_until = null, failure = '429'`);
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 0 });
    expect(await states("mails")).toEqual(["cancelled"]);
    expect(await asOwner((sql) => sql`select state, reason from deliveries`)).toEqual([
      { state: "undeliverable", reason: "invoice_withdrawn" },
    ]);
  });

  it("stops the retry of a digest that was being sent, and the other invoices get a digest the same day", async () => {
    const account = await reader("digest");
    const first = await deposit(account, "F-1");
    await deposit(account, "F-2");
    const evening = new Date("2026-11-23T17:30:00Z");
    clockAt(evening);
    await makeDigests(evening);
    const lease = deadline.toISOString();
    await asOwner((sql) => sql`update mails set state = 'sending', tries = 1, leased_until = ${lease}`);
    await withdraw(first);
    await asOwner((sql) => sql`update mails set state = 'queued', leased_until = null, failure = '429'`);
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 0 });
    expect([await makeDigests(evening), await makeDigests(evening)]).toEqual([1, 0]);
    expect(await dispatchMails(deadline)).toMatchObject({ sent: 1 });
    const [mail] = await listMailbox(5);
    expect(mail?.text).toContain("F-2");
    expect(mail?.text).not.toContain("F-1");
  });

  it("leaves no mail about it, also when mails are made at the same moment", async () => {
    const account = await reader("link");
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => deposit(account, `F-${index}`)));
    await Promise.all([...ids.map(withdraw), makeNotificationMails(NOW), makeNotificationMails(NOW)]);
    await makeNotificationMails(NOW);
    expect((await states("mails")).filter((state) => state !== "cancelled")).toEqual([]);
    expect(await states("notifications")).not.toContain("waiting");
    expect(await openLinks()).toBe(0);
  });
});
