import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { recordEvent } from "@/lib/mails/deliveries/record-event";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { sendMissed } from "@/lib/notifications/send-missed";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const EMAIL = "compta@essai.example";
let supplier: TestSupplier;
let adviser: StaffUser;
let count = 0;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
});

async function accountPreferring(
  preference: "attachment" | "link" | "digest" | "none",
  email?: string | null,
) {
  const account = await makeAccount(supplier, { preference });
  if (email !== null)
    await asOwner(
      (sql) => sql`
        update accounts set email = ${email ?? EMAIL}, email_source = 'api', activation_queued_at = now()
        where id = ${account.id}`,
    );
  return account;
}

async function deposit(account: TestAccount): Promise<string> {
  const number = `N-${(count += 1)}`;
  const file = invoiceFile({ customerNumber: account.customerNumber, number });
  const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
  if (!result.ok) throw new Error("not deposited");
  return number;
}

async function send() {
  await makeNotificationMails(now());
  await dispatchMails(new Date("2100-01-01"));
  return listMailbox(500, EMAIL);
}

/** The provider reports about every mail that was sent to the address. */
async function report(state: "bounced" | "delivered", reason: "mailbox_full" | "address_refused" | null) {
  const sent = await asOwner(
    (sql) => sql`select provider_message_id as id from mails where recipient = ${EMAIL} and state = 'sent'`,
  );
  for (const { id } of sent)
    await recordEvent(
      {
        id: `event-${id}-${state}`,
        messageId: String(id),
        state,
        reason,
        addressState: reason === "address_refused" ? "bounced" : null,
        recipients: [EMAIL],
        serverAnswer: null,
      },
      now(),
    );
}

const listedIn = (mails: { subject: string; text: string }[]) =>
  mails
    .filter(({ subject }) => subject.includes("pas reçue"))
    .map(({ text }) => text.match(/N-\d+/g)?.sort());

describe("the invoices whose mails did not arrive", () => {
  it("are sent once in one mail, also when twenty ask at the same moment", async () => {
    const account = await accountPreferring("link");
    const [first, second] = [await deposit(account), await deposit(account)];
    await send();
    await report("bounced", "mailbox_full");
    const third = await deposit(account);

    const answers = await Promise.all(Array.from({ length: 20 }, () => sendMissed(adviser, account.id)));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, count: 2 }]);
    expect(answers.filter(({ ok }) => !ok)[0]).toEqual({ ok: false, reason: "nothing_missed" });

    const mails = await send();
    expect(listedIn(mails).map((numbers) => [...new Set(numbers)])).toEqual([[first, second]]);
    expect(mails.filter(({ text }) => text.includes(third))).toHaveLength(1);
    await report("delivered", null);
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: false, reason: "nothing_missed" });
  });

  it("can be sent again when that mail did not arrive either", async () => {
    const account = await accountPreferring("digest");
    await deposit(account);
    await makeDigests(now(), true);
    await send();
    await report("bounced", "mailbox_full");
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: true, count: 1 });
    await send();
    await report("bounced", "mailbox_full");
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: true, count: 1 });
    const mails = await send();
    expect(listedIn(mails)).toHaveLength(2);
    // The day's digest is not held back by the list of what was missed.
    await deposit(account);
    expect(await makeDigests(new Date("2026-11-25T09:00:00Z"))).toBe(1);
  });

  it("include those deposited while there was no address, and none that the customer did not want", async () => {
    const account = await accountPreferring("attachment", null);
    await deposit(account);
    await makeNotificationMails(now());
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: false, reason: "no_address" });
    const unwanted = await accountPreferring("none", "personne@essai.example");
    await deposit(unwanted);
    expect(await sendMissed(adviser, unwanted.id)).toEqual({ ok: false, reason: "nothing_missed" });

    await asOwner(
      (sql) => sql`update accounts set email = ${EMAIL}, email_source = 'api' where id = ${account.id}`,
    );
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: true, count: 1 });
  });

  it("wait while mails to the address are stopped, and are not found by another supplier's staff", async () => {
    const account = await accountPreferring("link");
    await deposit(account);
    await send();
    await report("bounced", "address_refused");
    expect(await sendMissed(adviser, account.id)).toEqual({ ok: false, reason: "address_stopped" });
    const other = (await makeStaff("adviser", await makeSupplier())).viewer as StaffUser;
    expect(await sendMissed(other, account.id)).toEqual({ ok: false, reason: "not_found" });
  });
});
