import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { listInvoiceEvents } from "@/lib/invoices/one/list-invoice-events";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { recordSeen } from "@/lib/invoices/readings/record-seen";
import { makeDigests } from "@/lib/notifications/make-digests";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
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

const hourIs = (hour: string) => clockAt(`2026-11-23T${hour}:00Z`);
const at = (hour: string) => new Date(`2026-11-23T${hour}:00Z`);

beforeEach(async () => {
  hourIs("08:00");
  await testDatabase().reset();
  supplier = await makeSupplier();
  await asOwner((sql) => sql`update suppliers set link_opens = 'direct'`);
});

async function makeAccountWithAddress(change: Parameters<typeof makeAccount>[1]): Promise<TestAccount> {
  const account = await makeAccount(supplier, change);
  await asOwner(
    (sql) => sql`update accounts set email = ${EMAIL}, activation_queued_at = now() where id = ${account.id}`,
  );
  return account;
}

async function deposit(account: TestAccount, number: string): Promise<string> {
  const metadata = { customerNumber: account.customerNumber };
  return String((await sendFile(supplier.key, invoiceFile({ number }), metadata)).body.id);
}

const events = (viewer: CustomerUser, id: string) => listInvoiceEvents(viewer, id);

describe("the history of an invoice", () => {
  it("tells every user of the account who opened and downloaded it, newest first", async () => {
    const account = await makeAccountWithAddress({ preference: "none" });
    const id = await deposit(account, "F-1");
    hourIs("09:00");
    await recordSeen(account.member, id);
    hourIs("10:00");
    await recordDownloads(account.administrator, [id]);
    const [administrator, member] = [
      { userId: account.administrator.userId, label: expect.stringMatching(/.+ \(administrator\)$/) },
      { userId: account.member.userId, label: expect.stringMatching(/.+ \(member\)$/) },
    ];
    for (const viewer of [account.administrator, account.member])
      expect(await events(viewer, id)).toEqual([
        { kind: "downloaded", at: at("10:00"), by: administrator },
        { kind: "seen", at: at("09:00"), by: member },
        { kind: "no_mail", at: at("08:00"), why: "none" },
      ]);
  });

  it("shows which mail announced it, to whom, and the delivery state of the mail", async () => {
    const account = await makeAccountWithAddress({ preference: "link" });
    const id = await deposit(account, "F-1");
    expect(await events(account.member, id)).toMatchObject([{ kind: "mail_to_come", preference: "link" }]);
    await makeNotificationMails(at("08:30"));
    const mail = { kind: "mail", mail: "notification_link", recipient: EMAIL };
    expect(await events(account.member, id)).toMatchObject([{ ...mail, status: "waiting", at: at("08:30") }]);
    await asOwner(async (sql) => {
      await sql`update mails set state = 'sent', sent_at = ${at("08:40")}`;
      await sql`
        insert into deliveries (mail_id, supplier_id, account_id, state, reason, updated_at)
        select id, supplier_id, account_id, 'bounced', 'mailbox_full', ${at("08:50")} from mails`;
    });
    expect(await events(account.member, id)).toMatchObject([
      { ...mail, status: "mailbox_full", isTrouble: true, at: at("08:40") },
    ]);
  });

  it("counts the uses of a mailed link, and says if the link opens other invoices too", async () => {
    const account = await makeAccountWithAddress({ preference: "digest" });
    const [one, two] = [await deposit(account, "F-1"), await deposit(account, "F-2")];
    await makeDigests(at("08:30"), true);
    await asOwner((sql) => sql`update link_capabilities set use_count = 3, last_used_at = ${at("11:00")}`);
    for (const id of [one, two])
      expect(await events(account.administrator, id)).toMatchObject([
        { kind: "link_used", count: 3, namesOthers: true, at: at("11:00") },
        { kind: "mail", mail: "digest", recipient: EMAIL },
      ]);
  });

  it("says that an account on paper gets no mail", async () => {
    const account = await makeAccountWithAddress({ preference: "link", channel: "paper" });
    expect(await events(account.member, await deposit(account, "F-1"))).toMatchObject([
      { kind: "no_mail", why: "paper" },
    ]);
  });

  it("of another account's invoice is empty", async () => {
    const [account, other] = [
      await makeAccountWithAddress({ preference: "link" }),
      await makeAccountWithAddress({ preference: "link" }),
    ];
    const id = await deposit(account, "F-1");
    await recordSeen(account.member, id);
    await makeNotificationMails(at("08:30"));
    await asOwner((sql) => sql`update link_capabilities set use_count = 1, last_used_at = ${at("11:00")}`);
    expect(await events(account.member, id)).toHaveLength(3);
    expect(await events(other.administrator, id)).toEqual([]);
  });
});
