import type postgres from "postgres";
import { INVOICES_PER_ACCOUNT } from "./fill-console";
import { withoutIndexes } from "./without-indexes";

/** The account that `fillMails` gives many invoices, and how many. */
export const LARGE_ACCOUNT = 1;
export const LARGE_INVOICES = 2_000;
/**
 * How many of the newest invoices of each other account have a recorded mail and deposit. There is one invoice a week.
 */
const RECORDED = 12;
/** The number of invoices of the large account whose mails bounced. */
export const LARGE_MISSED = 20;

/**
 * Adds what happened to the accounts of `fillConsole`: a notification of each invoice, the mail about each of the last
 * twelve weeks with its delivery state, the deposits and sign-ins in the journal. For one account in a hundred, the
 * mails of the last four weeks bounced; for another one in a hundred, the last mail is delayed. One account has 2,000
 * invoices, each with its mail.
 */
export async function fillMails(sql: postgres.Sql, accounts: number): Promise<void> {
  const oldest = INVOICES_PER_ACCOUNT - RECORDED;
  await sql`
    update users set email = accounts.email from accounts
    where accounts.id = users.account_id and users.role = 'administrator'`;
  await sql`
    insert into invoices (id, supplier_id, account_id, deposit_id, deposited_at, sequence, number, type, type_code, issued_on,
      due_on, currency, total_with_vat_minor, total_without_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name,
      format, media_type, sha256, size, storage_key, file_name, legal_role, remove_after)
    select md5('invoice' || i || '-' || n)::uuid, supplier_id, account_id, deposit_id, deposited_at,
      ${accounts * INVOICES_PER_ACCOUNT}::bigint + i, 'FT-L-' || i, type, type_code, issued_on,
      due_on, currency, total_with_vat_minor, total_without_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name,
      format, media_type, sha256((i || '-' || n)::bytea), size, storage_key, file_name, legal_role, remove_after
    from invoices, (values (${LARGE_ACCOUNT}::int)) as large (n),
      generate_series(${INVOICES_PER_ACCOUNT + 1}::int, ${LARGE_INVOICES}::int) i
    where id = md5('invoice1-' || n)::uuid`;
  // The inserts below write at most one row for each row of this table: an invoice, its account and the time of
  // deposit.
  await sql`
    create temporary table notified_invoices as
    select md5('invoice' || i || '-' || n)::uuid as invoice_id, md5('account' || n)::uuid as account_id,
      'compta@' || left(md5('name' || n), 10) || '.example' as recipient, n, i,
      i > ${oldest} or n = ${LARGE_ACCOUNT} as is_recorded,
      now() - (case when n = ${LARGE_ACCOUNT} then (${LARGE_INVOICES} - i) * interval '8 hours'
        else (${INVOICES_PER_ACCOUNT} - i) * interval '7 days' end) - n * interval '3 seconds' as at,
      case when n = ${LARGE_ACCOUNT} then i > ${LARGE_INVOICES - LARGE_MISSED}
        else n % 100 = 7 and i > ${INVOICES_PER_ACCOUNT - 4} end as is_bounced,
      n % 100 = 8 and i = ${INVOICES_PER_ACCOUNT} as is_delayed
    from generate_series(1, ${accounts}::int) n, generate_series(1, ${INVOICES_PER_ACCOUNT}) i
    where n <> ${LARGE_ACCOUNT}
    union all
    select md5('invoice' || i || '-' || n)::uuid, md5('account' || n)::uuid,
      'compta@' || left(md5('name' || n), 10) || '.example', n, i, true,
      now() - (${LARGE_INVOICES} - i) * interval '8 hours', i > ${LARGE_INVOICES - LARGE_MISSED}, false
    from (values (${LARGE_ACCOUNT}::int)) as large (n), generate_series(1, ${LARGE_INVOICES}) i`;
  const [supplier] = await sql<{ id: string }[]>`select id from suppliers`;
  if (!supplier) throw new Error("There is no supplier.");
  const insert = (table: string, rows: postgres.PendingQuery<postgres.Row[]>) =>
    withoutIndexes(sql, table, () => rows);
  await insert(
    "notifications",
    sql`
    insert into notifications (id, supplier_id, account_id, invoice_id, preference, channel, state, created_at)
    select md5('notification' || invoice_id)::uuid, ${supplier.id}, account_id, invoice_id, 'link', 'electronic', 'mailed', at
    from notified_invoices order by at`,
  );
  await insert(
    "mails",
    sql`
    insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at, sent_at, created_at)
    select md5('mail' || invoice_id)::uuid, ${supplier.id}, account_id, 'notification_link', invoice_id, recipient, 'fr',
      jsonb_build_object('document', jsonb_build_object('number', 'FT-' || i)), 'sent', at, at + interval '20 seconds', at
    from notified_invoices where is_recorded order by at`,
  );
  await insert(
    "deliveries",
    sql`
    insert into deliveries (mail_id, supplier_id, account_id, state, reason, updated_at)
    select md5('mail' || invoice_id)::uuid, ${supplier.id}, account_id,
      case when is_bounced then 'bounced' when is_delayed then 'delayed' else 'delivered' end,
      case when is_bounced then 'address_refused' when is_delayed then 'not_taken_yet' end, at + interval '40 seconds'
    from notified_invoices where is_recorded order by at`,
  );
  await sql`
    insert into mail_addresses (supplier_id, email, state, reason, at)
    select ${supplier.id}, recipient, 'bounced', 'address_refused', min(at) from notified_invoices where is_bounced group by recipient`;
  await sql`
    insert into audit_events (id, at, supplier_id, account_id, actor_kind, action, subject_id)
    select md5('deposited' || invoice_id)::uuid, at, ${supplier.id}, account_id, 'supplier_key', 'invoice_deposited', invoice_id
    from notified_invoices where is_recorded order by at`;
  await sql`
    insert into audit_events (id, at, supplier_id, account_id, actor_kind, actor_id, action, subject_id)
    select md5('signed-in' || n || '-' || day)::uuid, now() - day * interval '11 days', ${supplier.id}, md5('account' || n)::uuid,
      'administrator', md5('user' || n || '-1')::uuid, 'signed_in', md5('user' || n || '-1')::uuid
    from generate_series(1, ${accounts}::int) n, generate_series(1, 6) day`;
  await sql`drop table notified_invoices`;
  await sql`vacuum analyze`;
  await sql`checkpoint`;
}
