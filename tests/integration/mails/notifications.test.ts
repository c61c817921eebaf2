import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { openLink } from "@/lib/links/open-link";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
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

const EMAIL = "compta@essai.example";
let supplier: TestSupplier;
let count = 0;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
});

/** An account that is already activated, so that notifications are the only mails. */
async function accountPreferring(
  preference: "attachment" | "link" | "digest" | "none",
): Promise<TestAccount> {
  const account = await makeAccount(supplier, { preference });
  await asOwner(
    (sql) => sql`
      update accounts set email = ${EMAIL}, email_source = 'api', activation_queued_at = now() where id = ${account.id}`,
  );
  return account;
}

async function deposit(account: TestAccount): Promise<string> {
  const number = `N-${(count += 1)}`;
  const file = invoiceFile({ customerNumber: account.customerNumber, number });
  const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
  if (!result.ok) throw new Error("not deposited");
  return result.deposited.id ?? "";
}

async function send() {
  await makeNotificationMails(now());
  await dispatchMails(new Date("2100-01-01"));
  return listMailbox(500, EMAIL);
}

const secretIn = (html: string) => /\/d\/([\w-]{43})/.exec(html)?.[1] ?? "";

describe("a notification", () => {
  it("with preference attachment contains the original as its only attachment, and is sent once", async () => {
    const account = await accountPreferring("attachment");
    await deposit(account);
    const [mail, ...others] = await send();
    expect(others).toEqual([]);
    expect(mail?.attachments).toHaveLength(1);
    expect(mail?.attachments[0]?.size).toBe(
      invoiceFile({ customerNumber: account.customerNumber, number: `N-${count}` }).bytes.length,
    );
    expect(await send()).toHaveLength(1);
  });

  it("for an original above the supplier's attachment limit contains a link instead and says so", async () => {
    await asOwner((sql) => sql`update suppliers set attachment_limit_bytes = 100`);
    const id = await deposit(await accountPreferring("attachment"));
    const [mail] = await send();
    expect(mail?.attachments).toEqual([]);
    expect(mail?.html).toContain(`/invoices/${id}`);
    expect(mail?.text).toMatch(/trop volumineu/);
  });

  it("with preference link leads through sign-in, or directly to the invoice if the supplier wants it", async () => {
    const account = await accountPreferring("link");
    const first = await deposit(account);
    const [mail] = await send();
    expect(mail?.html).toContain(`/invoices/${first}`);
    expect(secretIn(mail?.html ?? "")).toBe("");
    await asOwner((sql) => sql`update suppliers set link_opens = 'direct'`);
    const second = await deposit(account);
    const [direct] = await send();
    const opened = await openLink(secretIn(direct?.html ?? ""));
    expect(opened.ok && opened.viewer.invoiceIds).toEqual([second]);
  });

  it("is not sent with preference none, or to an account that gets its invoices on paper", async () => {
    await deposit(await accountPreferring("none"));
    const paper = await accountPreferring("link");
    await asOwner((sql) => sql`update accounts set channel = 'paper' where id = ${paper.id}`);
    await deposit(paper);
    expect(await send()).toEqual([]);
  });

  it("is not sent when the account has no address at the time the mail is made", async () => {
    const account = await accountPreferring("link");
    await deposit(account);
    await asOwner((sql) => sql`update accounts set email = null where id = ${account.id}`);
    expect(await send()).toEqual([]);
    expect(await asOwner((sql) => sql`select state from notifications`)).toMatchObject([
      { state: "nothing_to_send" },
    ]);
  });

  it("is one mail per invoice when eight senders make and send them in parallel", async () => {
    const account = await accountPreferring("link");
    for (let index = 0; index < 6; index += 1) await deposit(account);
    await Promise.all(Array.from({ length: 8 }, send));
    expect(await send()).toHaveLength(6);
  });
});

describe("a digest", () => {
  it("is sent after the supplier's hour with all invoices of the day, and its link opens them without signing in", async () => {
    const account = await accountPreferring("digest");
    const ids = [await deposit(account), await deposit(account)];
    clockAt("2026-11-23T16:59:00Z"); // 17:59 in Paris
    expect(await makeDigests(now())).toBe(0);
    clockAt("2026-11-23T17:00:00Z");
    expect(await makeDigests(now())).toBe(1);
    expect(await makeDigests(now())).toBe(0);
    const [mail, ...others] = await send();
    expect(others).toEqual([]);
    const opened = await openLink(secretIn(mail?.html ?? ""));
    if (!opened.ok) throw new Error("The link of the digest does not open.");
    expect([...opened.viewer.invoiceIds].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await openOriginal(opened.viewer, id)).not.toBeNull();
    expect(await openOriginal(opened.viewer, await deposit(account))).toBeNull();
  });

  it("lists later invoices the next day, makes up for a missed day, and is not sent on an empty day", async () => {
    const account = await accountPreferring("digest");
    await deposit(account);
    clockAt("2026-11-23T17:05:00Z");
    expect(await makeDigests(now())).toBe(1);
    await deposit(account);
    clockAt("2026-11-23T22:00:00Z");
    expect(await makeDigests(now())).toBe(0);
    clockAt("2026-11-26T08:00:00Z");
    expect(await makeDigests(now())).toBe(1);
    clockAt("2026-11-26T17:30:00Z");
    expect(await makeDigests(now())).toBe(0);
    expect((await send()).map((mail) => mail.subject)).toHaveLength(2);
  });

  it("lists every invoice exactly once, for any number of processes and during deposits", async () => {
    const account = await accountPreferring("digest");
    for (let index = 0; index < 5; index += 1) await deposit(account);
    clockAt("2026-11-23T18:00:00Z");
    await Promise.all([
      ...Array.from({ length: 8 }, () => makeDigests(now())),
      deposit(account),
      deposit(account),
    ]);
    await makeDigests(now(), true);
    const rows = await asOwner(
      (sql) => sql`select count(*)::int as notifications, count(digest_id)::int as listed from notifications`,
    );
    expect(rows[0]).toMatchObject({ notifications: 7, listed: 7 });
    const listed = await asOwner(
      (sql) => sql`select jsonb_array_length((props->'documents')) as n from mails where kind = 'digest'`,
    );
    expect(listed.reduce((sum, row) => sum + row.n, 0)).toBe(7);
  });

  it.each([
    ["the day clocks go forward", "2026-03-28T10:00:00Z", "2026-03-29T15:59:00Z", "2026-03-29T16:00:00Z"],
    ["the day clocks go back", "2026-10-24T17:30:00Z", "2026-10-25T16:59:00Z", "2026-10-25T17:00:00Z"],
  ])("is sent at the same local time on %s", async (_name, deposited, before, after) => {
    const account = await accountPreferring("digest");
    clockAt(deposited);
    await makeDigests(now());
    await deposit(account);
    clockAt(before);
    const early = await makeDigests(now());
    clockAt(after);
    expect(early + (await makeDigests(now()))).toBe(1);
  });
});

describe("a direct link", () => {
  it("ends after three months, if revoked or if its account closes; then gives supplier and ids only", async () => {
    const account = await accountPreferring("digest");
    const id = await deposit(account);
    await makeDigests(now(), true);
    const [mail] = await send();
    const secret = secretIn(mail?.html ?? "");
    clockAt("2027-02-23T12:00:00Z");
    expect(await openLink(secret)).toMatchObject({ ok: true });
    clockAt("2027-02-24T00:00:00Z");
    expect(await openLink(secret)).toEqual({
      ok: false,
      reason: "ended",
      supplierSlug: supplier.slug,
      invoiceIds: [id],
    });
    clockAt("2026-11-23T12:00:00Z");
    await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${account.id}`);
    expect(await openLink(secret)).toMatchObject({ ok: false, reason: "ended" });
    await asOwner((sql) => sql`update accounts set state = 'open'`);
    await asOwner((sql) => sql`update link_capabilities set revoked_at = now()`);
    expect(await openLink(secret)).toMatchObject({ ok: false, reason: "ended" });
    expect(await openLink(secret.replace(/^./, secret.startsWith("A") ? "B" : "A"))).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});
