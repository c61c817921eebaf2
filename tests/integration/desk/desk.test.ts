import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { MAX_PEOPLE, readDeskFilter } from "@/lib/desk/desk-filter";
import { listDeliveryProblems } from "@/lib/desk/list-delivery-problems";
import { listSentMails } from "@/lib/desk/list-sent-mails";
import { retryAddress } from "@/lib/desk/retry-address";
import { takeChange } from "@/lib/limits/throttle";
import { recordEvent } from "@/lib/mails/deliveries/record-event";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { deposit, put } from "@/tests/integration/accounts/account-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let adviser: StaffUser;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
});

async function customer(number: string, email: string, of = supplier): Promise<void> {
  await put(of, number, { companyName: `Société ${number}`, email, preference: "link" });
  await deposit(of, number);
}

/**
 * Makes and sends all mails an hour after the deposit, so that they are newer, and tries failed ones again an hour
 * later.
 */
async function send() {
  for (let round = 0; round < 2; round += 1) {
    clockAt(now().getTime() + 3_600_000);
    await makeNotificationMails(now());
    await dispatchMails(new Date("2100-01-01"));
  }
}

/** The provider reports about the newest mail to this address. */
async function report(
  email: string,
  event: Partial<Parameters<typeof recordEvent>[0]> & Pick<Parameters<typeof recordEvent>[0], "state">,
) {
  const [mail] = await asOwner(
    (sql) => sql`
      select provider_message_id as id from mails where recipient = ${email} and state = 'sent'
      order by created_at desc, id desc limit 1`,
  );
  await recordEvent(
    {
      ...{ id: crypto.randomUUID(), messageId: String(mail?.id) },
      ...{ reason: null, addressState: null, recipients: [email], serverAnswer: null },
      ...event,
    },
    now(),
  );
}

const desk = (search: Record<string, unknown> = {}) => listDeliveryProblems(adviser, readDeskFilter(search));
const causes = async () =>
  Object.fromEntries((await desk()).people.map(({ email, cause, missed }) => [email, `${cause} ${missed}`]));

describe("the desk", () => {
  it("shows each person who does not get the mails once, with the cause and what was missed", async () => {
    // What Resend reports of its test addresses, the demo mailbox reports too.
    await customer("C-1", "bounced+melezes@resend.dev");
    await customer("C-2", "bounced+melezes@resend.dev");
    await customer("C-3", "complained@resend.dev");
    await customer("C-4", "suppressed+x@resend.dev");
    await customer("C-5", "delivered@resend.dev");
    await customer("C-6", "pleine@client.example");
    await customer("C-7", "retarde@client.example");
    await customer("C-8", "transfere@client.example");
    await send();
    await report("pleine@client.example", { state: "bounced", reason: "mailbox_full" });
    await report("retarde@client.example", { state: "delayed", reason: "not_taken_yet" });
    await report("transfere@client.example", { state: "delivered" });
    await report("transfere@client.example", {
      state: "bounced",
      reason: "address_refused",
      addressState: "bounced",
      recipients: ["collegue@ailleurs.example"],
    });
    expect(await causes()).toMatchObject({
      "bounced+melezes@resend.dev": expect.stringMatching(/^unknown_address /),
      "complained@resend.dev": expect.stringMatching(/^complaint /),
      "suppressed+x@resend.dev": expect.stringMatching(/^suppressed /),
      "pleine@client.example": "mailbox_full 1",
      "retarde@client.example": "delayed 0",
      "transfere@client.example": "forwarded 0",
    });
    expect(await causes()).not.toHaveProperty("delivered@resend.dev");
    const { people, counts, total } = await desk();
    expect(people.find(({ email }) => email.startsWith("bounced"))?.otherAccounts).toBe(1);
    expect([total, counts.mailbox_full, counts.delayed]).toEqual([{ value: 6, isCapped: false }, 1, 1]);

    expect((await desk({ cause: "delayed" })).people.map(({ customerNumber }) => customerNumber)).toEqual([
      "C-7",
    ]);
    expect((await desk({ q: "société c-6" })).people).toHaveLength(1);
    const other = (await makeStaff("adviser", await makeSupplier())).viewer as StaffUser;
    expect((await listDeliveryProblems(other, readDeskFilter({}))).total.value).toBe(0);
    expect((await listSentMails(other, null)).mails).toEqual([]);
    expect((await listSentMails(adviser, null)).mails.length).toBeGreaterThan(8);
  });

  it("gives every person on some page, in both orders", async () => {
    for (const index of [1, 2, 3, 4, 5]) await customer(`C-${index}`, `pleine${index}@client.example`);
    await send();
    for (const index of [1, 2, 3, 4, 5])
      await report(`pleine${index}@client.example`, { state: "bounced", reason: "mailbox_full" });
    for (const sort of ["since", "name"]) {
      const seen: string[] = [];
      let filter = readDeskFilter({ sort });
      do {
        const page = await listDeliveryProblems(adviser, filter, 2);
        seen.push(...page.people.map(({ email }) => email));
        filter = { ...filter, after: page.next };
      } while (filter.after);
      expect(new Set(seen).size, sort).toBe(5);
      expect(seen, sort).toHaveLength(5);
    }
  });

  it("counts and lists the newest thousand people, and says when there are more", async () => {
    await customer("C-0", "ancienne@client.example");
    const stop = (first: number, last: number, at: string) =>
      asOwner(async (sql) => {
        await sql`
          insert into accounts (id, supplier_id, company_id, customer_number, email, email_source, created_at, updated_at)
          select gen_random_uuid(), supplier_id, company_id, 'D-' || n, 'parti' || n || '@client.example', 'api', ${at}, ${at}
          from accounts, generate_series(${first}::int, ${last}::int) n where customer_number = 'C-0'`;
        await sql`
          insert into mail_addresses (supplier_id, email, state, reason, at)
          select ${supplier.id}, 'parti' || n || '@client.example', 'bounced', 'address_refused', ${at}
          from generate_series(${first}::int, ${last}::int) n`;
      });
    await stop(1, 1, "2024-01-01T00:00:00Z");
    await stop(2, MAX_PEOPLE, "2026-11-22T00:00:00Z");
    expect((await desk()).total).toEqual({ value: MAX_PEOPLE, isCapped: false });
    expect((await desk({ q: "parti1@" })).people).toHaveLength(1);

    await stop(MAX_PEOPLE + 1, MAX_PEOPLE + 2, "2026-11-23T00:00:00Z");
    expect((await desk()).total.isCapped).toBe(true);
    expect((await desk({ q: "parti1@" })).people).toEqual([]);
    const [newest] = (await desk()).people;
    expect(newest?.since).toEqual(new Date("2026-11-23T00:00:00Z"));
  });

  it("tries an address again: ends the suppression and sends what was missed, once", async () => {
    await customer("C-4", "suppressed+x@resend.dev");
    await send();
    const retried = await Promise.all(
      Array.from({ length: 20 }, () => retryAddress(adviser, "suppressed+x@resend.dev")),
    );
    const sent = retried.map((one) => (one.ok ? one.missed : -1)).filter((missed) => missed > 0);
    expect(sent).toHaveLength(1);
    expect(await asOwner((sql) => sql`select 1 from mail_addresses`)).toHaveLength(0);
    expect(await asOwner((sql) => sql`select 1 from mails where kind = 'missed_invoices'`)).toHaveLength(1);
    expect(
      await asOwner((sql) => sql`select 1 from audit_events where action = 'address_retried'`),
    ).toHaveLength(1);
    expect(await retryAddress(adviser, "personne@client.example")).toEqual({
      ok: false,
      reason: "not_found",
    });

    await customer("C-1", "bounced@resend.dev");
    await send();
    expect(await retryAddress(adviser, "bounced@resend.dev")).toEqual({
      ok: false,
      reason: "refused_for_good",
    });

    for (let change = 0; change < 500; change += 1) await takeChange(adviser.userId, now());
    expect(await retryAddress(adviser, "bounced@resend.dev")).toEqual({ ok: false, reason: "too_often" });
  });
});
