import { type SQL, sql } from "drizzle-orm";

/**
 * Condition on a row of `invoices` with this alias: nobody of the account has opened or taken it, not even once
 * (a mail with the file that was delivered takes it, unless it came back), and no direct link to it was used.
 */
export function neverOpened(alias: "i"): SQL {
  const invoice = sql.raw(alias);
  return sql`not exists (
      select from invoice_readings r where r.invoice_id = ${invoice}.id and r.account_id = ${invoice}.account_id)
    and not exists (
      select from link_capability_invoices named join link_capabilities link on link.id = named.link_id
      where named.invoice_id = ${invoice}.id and link.first_used_at is not null)
    and not exists (
      select from invoice_takings t where t.invoice_id = ${invoice}.id and t.account_id = ${invoice}.account_id
        and (t.undone_at is null or t.way <> 'attachment'))`;
}
