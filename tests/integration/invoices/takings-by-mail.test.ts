import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { LinkViewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { warnOfExpiry } from "@/lib/retention/warn-of-expiry";
import { takeByAttachment } from "@/lib/takings/take-by-attachment";
import { takeByLink } from "@/lib/takings/take-by-link";
import { setWebhookSecret } from "@/tests/integration/mails/deliveries/resend-webhook";
import { NOW, postEvent, secret } from "@/tests/integration/mails/deliveries/sent-mail";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { bounce } from "@/tests/support/resend-event";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fillAccount } from "./fill-account";

const ADDRESS = "Compta@essai.example";
let supplier: TestSupplier;
let account: TestAccount;
let invoice: string;

/** An invoice that leaves within 30 days, of an account that is warned by mail. */
beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  setWebhookSecret(secret);
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  await asOwner(
    (
      sql,
    ) => sql`update accounts set email = lower(${ADDRESS}), email_source = 'api', activation_queued_at = now()
      where id = ${account.id}`,
  );
  [invoice = ""] = await fillAccount(supplier, account, ["2024-11-20"], { remove_after: "2026-12-10" });
});

afterAll(() => setWebhookSecret(null));

let generation = 0;
/** A mail about the invoice, sent with the provider's id `re_1`. */
async function sentMail(kind: string, isAttached: boolean, messageId = "re_1"): Promise<string> {
  const id = randomUUID();
  await asOwner(
    (sql) => sql`
      insert into mails (id, supplier_id, account_id, kind, subject_id, generation, recipient, locale, props, state, next_try_at,
        provider_message_id, created_at)
      values (${id}, ${supplier.id}, ${account.id}, ${kind}, ${invoice}, ${(generation += 1)}, ${ADDRESS}, 'fr',
        ${sql.json({ original: { isAttached } })}, 'sent', ${now()}, ${messageId}, ${now()})`,
  );
  return id;
}

const takings = () =>
  asOwner(
    (sql) => sql<
      { way: string; proof: string; user: string | null; source: string | null; undone: boolean }[]
    >`
      select way, proof, user_id as user, source_id as source, undone_at is not null as undone from invoice_takings`,
  ).then((rows) => rows.map((row) => ({ ...row })));

const warned = async () => {
  await asOwner((sql) => sql`update accounts set expiry_warned_through = null`);
  return warnOfExpiry(now());
};

describe("the file attached to a mail", () => {
  it("is taken when the provider says that it was delivered, and not before; then nobody is warned", async () => {
    const mail = await sentMail("notification_attachment", true);
    await postEvent("email.sent");
    expect(await takings()).toEqual([]);
    expect(await warned()).toBe(1);
    await postEvent("email.delivered");
    await postEvent("email.delivered");
    expect(await takings()).toEqual([
      { way: "attachment", proof: "delivered", user: null, source: mail, undone: false },
    ]);
    expect(await warned()).toBe(0);
  });

  it("is taken by the user whose proven address received it", async () => {
    const { userId } = account.member;
    const setAddress = (provenAt: Date | null) =>
      asOwner(
        (sql) =>
          sql`update users set email = lower(${ADDRESS}), email_verified_at = ${provenAt} where id = ${userId}`,
      );
    await setAddress(null);
    await sentMail("notification_attachment", true);
    await postEvent("email.delivered");
    expect(await takings()).toMatchObject([{ user: null }]);
    await asOwner((sql) => sql`truncate invoice_takings, deliveries, mail_events`);
    await setAddress(now());
    await postEvent("email.delivered");
    expect(await takings()).toMatchObject([{ user: userId }]);
  });

  it("is not taken any more when the mail comes back later, and not when it came back before", async () => {
    await sentMail("notification_attachment", true);
    await postEvent("email.delivered");
    await postEvent("email.bounced", bounce("Permanent", "General"));
    await postEvent("email.delivered");
    expect(await takings()).toMatchObject([{ undone: true }]);
    expect(await warned()).toBe(0);
    await asOwner((sql) => sql`delete from mail_addresses`);
    expect(await warned()).toBe(1);
  });

  it("is taken again by the mail sent again, after the first came back", async () => {
    await sentMail("notification_attachment", true);
    await postEvent("email.delivered");
    await postEvent("email.bounced", bounce("Permanent", "General"));
    const again = await sentMail("notification_attachment", true, "re_2");
    await postEvent("email.delivered", {}, "re_2");
    expect(await takings()).toMatchObject([{ source: again, undone: false }]);
  });

  it("stays taken as long as one of two delivered mails did not come back", async () => {
    await sentMail("notification_attachment", true);
    const second = await sentMail("notification_attachment", true, "re_2");
    await postEvent("email.delivered");
    await postEvent("email.delivered", {}, "re_2");
    await postEvent("email.bounced", bounce("Permanent", "General"));
    expect(await takings()).toMatchObject([{ source: second, undone: false }]);
    await postEvent("email.bounced", bounce("Permanent", "General"), "re_2");
    expect(await takings()).toMatchObject([{ undone: true }]);
  });

  it("stays put back when its own mail is reported again, or comes back beside another", async () => {
    const mail = await sentMail("notification_attachment", true);
    await sentMail("notification_attachment", true, "re_2");
    await postEvent("email.delivered");
    await postEvent("email.delivered", {}, "re_2");
    await asOwner((sql) => sql`update invoice_takings set undone_at = now()`);
    await withViewer({ kind: "job" }, (tx) => takeByAttachment(tx, mail, now()));
    expect(await takings()).toMatchObject([{ undone: true }]);
    await postEvent("email.bounced", bounce("Permanent", "General"));
    expect(await takings()).toMatchObject([{ source: mail, undone: true }]);
  });

  it("counts only where the original was attached", async () => {
    await sentMail("notification_attachment", false);
    await sentMail("notification_link", true, "re_2");
    await sentMail("digest", true, "re_3");
    for (const message of ["re_1", "re_2", "re_3"]) await postEvent("email.delivered", {}, message);
    expect(await takings()).toEqual([]);
    expect(await warned()).toBe(1);
  });
});

describe("the button of a direct link", () => {
  async function makeLink(change: Record<string, unknown> = {}): Promise<LinkViewer> {
    const link = {
      id: randomUUID(),
      supplier_id: supplier.id,
      account_id: account.id,
      mail_id: await sentMail("digest", false, randomUUID()),
      token_hash: Buffer.from(randomUUID()),
      created_at: now(),
      expires_at: new Date("2027-02-01T00:00:00Z"),
      ...change,
    };
    await asOwner(async (sql) => {
      await sql`insert into link_capabilities ${sql(link)}`;
      await sql`insert into link_capability_invoices (link_id, supplier_id, account_id, invoice_id)
        values (${link.id}, ${supplier.id}, ${account.id}, ${invoice})`;
    });
    return { kind: "link", linkId: link.id, accountId: account.id, invoiceIds: [invoice] };
  }

  it("takes the invoice for nobody in particular, once, and ends the warning", async () => {
    const link = await makeLink();
    expect(await warned()).toBe(1);
    await takeByLink(link, invoice, "requested");
    await takeByLink(link, invoice, "delivered");
    expect(await takings()).toEqual([
      { way: "link", proof: "delivered", user: null, source: link.linkId, undone: false },
    ]);
    expect(await warned()).toBe(0);
  });

  it("takes nothing when the link names another invoice, was revoked or has expired", async () => {
    const [unnamed = ""] = await fillAccount(supplier, account, ["2024-11-21"]);
    await takeByLink(await makeLink(), unnamed, "delivered");
    await takeByLink(await makeLink({ revoked_at: now() }), invoice, "delivered");
    await takeByLink(await makeLink({ expires_at: now() }), invoice, "delivered");
    expect(await takings()).toEqual([]);
  });
});
