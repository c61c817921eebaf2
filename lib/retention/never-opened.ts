import { type SQL, sql } from "drizzle-orm";

/**
 * Condition on a row of `invoices` with this alias: nobody of the account has opened or downloaded it, no direct link to
 * it was used, and no mail with the document itself was delivered.
 */
export function neverOpened(alias: "i"): SQL {
  const invoice = sql.raw(alias);
  return sql`not exists (
      select from invoice_readings r where r.invoice_id = ${invoice}.id and r.account_id = ${invoice}.account_id)
    and not exists (
      select from link_capability_invoices named join link_capabilities link on link.id = named.link_id
      where named.invoice_id = ${invoice}.id and link.first_used_at is not null)
    and not exists (
      select from mails m join deliveries d on d.mail_id = m.id
      where m.account_id = ${invoice}.account_id and m.kind = 'notification_attachment'
        and m.subject_id = ${invoice}.id and d.state = 'delivered')`;
}
