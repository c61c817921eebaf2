import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { storage } from "@/lib/storage/open-storage";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, type TestSupplier } from "@/tests/support/world";

export const START = Date.parse("2026-11-23T08:00:00Z");
export const HOUR = 3_600_000;

export async function startWithEmptyOutbox(): Promise<void> {
  clockAt(START);
  await testDatabase().reset();
}

interface OutboxChange {
  kind?: "notification_link" | "notification_attachment" | "recovery";
  /** Whether the links in the mails open without signing in. */
  isDirect?: boolean;
  /** False if only the notifications exist, and their mails are not made yet. */
  isQueued?: boolean;
}

/** Queues `count` mails about invoices, each for its own account, due now. */
export async function fillOutbox(
  supplier: TestSupplier,
  count: number,
  { kind = "notification_link", isDirect = false, isQueued = true }: OutboxChange = {},
): Promise<{ invoiceIds: string[] }> {
  const account = await makeAccount(supplier, { preference: "link" });
  const email = `reader-${account.customerNumber.toLowerCase()}@client.example`;
  await asOwner(async (sql) => {
    await sql`update accounts set email = ${email}, email_source = 'api' where id = ${account.id}`;
    await sql`update users set email = ${email} where id = ${account.administrator.userId}`;
    await sql`update suppliers set link_opens = ${isDirect ? "direct" : "sign_in"} where id = ${supplier.id}`;
  });
  if (kind === "recovery") {
    await requestRecovery({
      supplier: { id: supplier.id, recoveryAnswer: "explicit" },
      email,
      address: "",
      locale: "fr",
    });
    return { invoiceIds: [] };
  }
  const bytes = Buffer.from("%PDF-1.7 an original");
  const key = `${supplier.id}/${randomUUID()}`;
  if (kind === "notification_attachment") await storage().put(key, bytes);
  const readers = await multiply(account.id, count);
  const invoiceIds = await fillAccount(supplier, account, Array<string>(count).fill("2026-11-20"), (at) => ({
    account_id: readers[at],
    storage_key: key,
    size: bytes.length,
  }));
  await asOwner(
    (sql) => sql`
      insert into notifications (id, supplier_id, account_id, invoice_id, preference, channel, state, created_at)
      select gen_random_uuid(), supplier_id, account_id, id, ${kind === "notification_link" ? "link" : "attachment"},
        'electronic', 'waiting', ${now().toISOString()}
      from invoices where id = any(${invoiceIds})`,
  );
  if (isQueued) await makeNotificationMails(now());
  return { invoiceIds };
}

/** Inserts `count` copies of an account, each with its own address; returns their ids. */
async function multiply(accountId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await asOwner(
    (sql) => sql`
      insert into accounts select (jsonb_populate_record(a, jsonb_build_object(
        'id', reader, 'customer_number', reader, 'email', 'reader-' || reader || '@client.example'))).*
      from accounts a, unnest(${ids}::uuid[]) reader where a.id = ${accountId}`,
  );
  return ids;
}

/** Changes the address of one reader whose mail waits. */
export const misaddressOne = (email: string) =>
  asOwner(
    (sql) => sql`
      with one as (select id, account_id from mails order by id limit 1),
        account as (update accounts set email = ${email} from one where accounts.id = one.account_id)
      update mails set recipient = ${email} from one where mails.id = one.id`,
  );
