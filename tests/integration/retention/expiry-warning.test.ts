import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { addDays } from "@/lib/dates";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { warnOfExpiry } from "@/lib/retention/warn-of-expiry";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const EMAIL = "compta@essai.example";
let supplier: TestSupplier;

/** Nine in the morning in Paris. */
const morningOf = (day: string) => clockAt(`${day}T08:00:00Z`);

beforeEach(async () => {
  morningOf("2026-11-23");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
});

async function accountWith(
  email: string | null = EMAIL,
  change: Record<string, string> = {},
): Promise<TestAccount> {
  const account = await makeAccount(supplier);
  const columns = { email, email_source: "api", activation_queued_at: new Date(), ...change };
  await asOwner((sql) => sql`update accounts set ${sql(columns)} where id = ${account.id}`);
  return account;
}

/** Inserts one invoice for each day, to be removed on that day; returns their ids. */
const invoicesRemovedOn = async (account: TestAccount, ...days: string[]) => {
  const ids: string[] = [];
  for (const day of days)
    ids.push(...(await fillAccount(supplier, account, ["2024-11-20"], { remove_after: day })));
  return ids;
};

const queued = () =>
  asOwner(
    (sql) => sql<{ accountId: string; recipient: string; count: number }[]>`
      select account_id as "accountId", recipient, (props ->> 'count')::int as count from mails
      where kind = 'expiry_warning' order by created_at, id`,
  );

describe("the mail before invoices are removed", () => {
  it("goes to the notification address once, 30 days before, with the invoices that nobody has downloaded and a link", async () => {
    const account = await accountWith();
    const ids = await invoicesRemovedOn(account, "2026-12-23", "2026-12-24", "2026-12-30", "2026-12-31");
    await recordDownloads(account.member, ids.slice(1, 2));
    expect((await runDueWork(10_000)).expiryWarnings).toBe(1);
    expect((await runDueWork(10_000)).expiryWarnings).toBe(0);
    const [mail, ...others] = await listMailbox(10, EMAIL);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^2 factures Loueur Essai/);
    expect(mail?.text).toContain("http://localhost:3000/invoices/archive");
    expect(mail?.text).toContain("23/12/2026");
    expect(mail?.text).not.toContain("31/12/2026");
  });

  it("is sent at least 30 days before each removal, but not twice in a week", async () => {
    const account = await accountWith();
    const today = "2026-11-23";
    const days = Array.from({ length: 60 }, (_, index) => addDays(today, 20 + index));
    await invoicesRemovedOn(account, ...days);
    const mailsOn: { day: string; through: string }[] = [];
    for (let step = 0; step < 50; step += 1) {
      const day = addDays(today, step);
      morningOf(day);
      if ((await warnOfExpiry(now())) > 0) mailsOn.push({ day, through: addDays(day, 37) });
    }
    for (const [index, { day }] of mailsOn.entries())
      if (index > 0) expect(day >= addDays(mailsOn[index - 1]?.day ?? "", 7)).toBe(true);
    const warned = (await queued()).reduce((sum, { count }) => sum + count, 0);
    expect(warned).toBe(days.filter((day) => day <= (mailsOn.at(-1)?.through ?? "")).length);
    for (const removalDay of days.filter((day) => day >= addDays(today, 30) && day <= addDays(today, 79)))
      expect(
        mailsOn.some(({ day, through }) => removalDay <= through && addDays(day, 30) <= removalDay),
        removalDay,
      ).toBe(true);
  });

  it("is not sent when everything was downloaded, and lists later invoices 30 days before their removal", async () => {
    const account = await accountWith();
    const [first = ""] = await invoicesRemovedOn(account, "2026-12-10", "2027-01-20");
    await recordDownloads(account.administrator, [first]);
    expect(await warnOfExpiry(now())).toBe(0);
    morningOf("2026-12-21");
    expect(await warnOfExpiry(now())).toBe(1);
    expect(await queued()).toMatchObject([{ count: 1 }]);
  });

  it("is not sent to an account on paper, closed, without an address, or whose address refused mails", async () => {
    const changes: Record<string, string>[] = [{ channel: "paper" }, { state: "closed" }];
    for (const change of changes) await invoicesRemovedOn(await accountWith(EMAIL, change), "2026-12-10");
    await invoicesRemovedOn(await accountWith(null), "2026-12-10");
    for (const state of ["bounced", "complained", "suppressed"]) {
      const email = `${state}@essai.example`;
      await invoicesRemovedOn(await accountWith(email), "2026-12-10");
      await asOwner(
        (sql) => sql`
          insert into mail_addresses (supplier_id, email, state, reason, at)
          values (${supplier.id}, ${email}, ${state}, 'test', now())`,
      );
    }
    expect(await warnOfExpiry(now())).toBe(0);
    await asOwner((sql) => sql`delete from mail_addresses where state = 'bounced'`);
    expect(await warnOfExpiry(now())).toBe(1);
    expect(await queued()).toMatchObject([{ recipient: "bounced@essai.example" }]);
  });

  it("counts no invoices of other accounts, no withdrawn ones, and none whose day has passed", async () => {
    const [ownAccount, otherAccount] = [await accountWith(), await accountWith("eux@essai.example")];
    await invoicesRemovedOn(ownAccount, "2026-12-10", "2026-11-22");
    await invoicesRemovedOn(otherAccount, "2026-12-11", "2026-12-12");
    await fillAccount(supplier, ownAccount, ["2024-11-20"], {
      remove_after: "2026-12-10",
      state: "withdrawn",
      withdrawn_at: new Date(),
    });
    expect(await warnOfExpiry(now())).toBe(2);
    const counts = new Map((await queued()).map(({ recipient, count }) => [recipient, count]));
    expect(counts).toEqual(
      new Map([
        [EMAIL, 1],
        ["eux@essai.example", 2],
      ]),
    );
  });

  it("is one mail per account when eight processes run in parallel", async () => {
    for (let index = 0; index < 12; index += 1)
      await invoicesRemovedOn(await accountWith(`compte-${index}@essai.example`), "2026-12-10");
    const counts = await Promise.all(Array.from({ length: 8 }, () => warnOfExpiry(now())));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(new Set((await queued()).map(({ accountId }) => accountId)).size).toBe(12);
    expect(await queued()).toHaveLength(12);
  });

  it("is not sent before eight in the morning in the supplier's time zone", async () => {
    await invoicesRemovedOn(await accountWith(), "2026-12-24");
    clockAt("2026-11-24T06:59:00Z"); // 07:59 in Paris: before today's check
    await asOwner((sql) => sql`update accounts set expiry_warned_through = '2026-12-23'`);
    expect(await warnOfExpiry(now())).toBe(0);
    clockAt("2026-11-24T07:00:00Z");
    expect(await warnOfExpiry(now())).toBe(1);
  });
});
