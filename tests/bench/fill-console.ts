import type postgres from "postgres";
import type { StaffUser } from "@/lib/access/viewer";
import { withoutIndexes } from "./without-indexes";

/** Invoices of each account, over 24 months, for four vehicles. */
export const INVOICES_PER_ACCOUNT = 100;
const SUPPLIER = "00000000-0000-7000-8000-000000000001";
const DEPOSIT = "00000000-0000-7000-8000-000000000002";
const ADVISER = "00000000-0000-7000-8000-000000000003";

/**
 * Inserts accounts of one supplier, each with a company, two users and 100 invoices, and an adviser who searches them.
 * Names, numbers, contracts and plates follow from the account's number, so that the same searches work for every size.
 */
export async function fillConsole(sql: postgres.Sql, accounts: number): Promise<StaffUser> {
  await sql`
    insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email, created_at)
    values (${SUPPLIER}, 'bench', 'Bench', 'Bench SAS', '#0b4f6c', 'Bench', 'a@bench.example', 'a@bench.example',
      'a@bench.example', now())`;
  await sql`
    insert into users (id, identifier, name, role, supplier_id, password_hash, password_changed_at, created_at)
    values (${ADVISER}, 'adviser', 'Adviser', 'adviser', ${SUPPLIER}, 'x', now(), now())`;
  await sql`
    insert into companies (id, supplier_id, name, created_at)
    select md5('company' || n)::uuid, ${SUPPLIER}, 'Ateliers ' || left(md5('name' || n), 10) || ' SARL', now()
    from generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into accounts (id, supplier_id, company_id, customer_number, email, email_source, preference, created_at, updated_at)
    select md5('account' || n)::uuid, ${SUPPLIER}, md5('company' || n)::uuid, 'C' || lpad(n::text, 7, '0'),
      'compta@' || left(md5('name' || n), 10) || '.example', 'api', 'digest', now(), now()
    from generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into users (id, identifier, name, email, role, account_id, created_at)
    select md5('user' || n || '-' || k)::uuid, 'u' || k || '-' || left(md5('user' || n), 10),
      'Camille ' || left(md5('person' || n || k), 10), null, case k when 1 then 'administrator' else 'member' end,
      md5('account' || n)::uuid, now()
    from generate_series(1, ${accounts}::int) n, generate_series(1, 2) k`;
  await sql`
    insert into deposits (id, supplier_id, source, state, file_count, received_at)
    values (${DEPOSIT}, ${SUPPLIER}, 'archive', 'done', 1, now())`;
  // Ordered by month, then by account, as deposits arrive.
  await withoutIndexes(
    sql,
    "invoices",
    () => sql`
    insert into invoices (id, supplier_id, account_id, deposit_id, deposited_at, sequence, number, type, type_code, issued_on,
      due_on, currency, total_with_vat_minor, total_without_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name,
      format, media_type, sha256, size, storage_key, file_name, legal_role, remove_after)
    select md5('invoice' || i || '-' || n)::uuid, ${SUPPLIER}, md5('account' || n)::uuid, ${DEPOSIT}, now(),
      (i - 1) * ${accounts}::bigint + n, 'FT-' || lpad(i::text, 3, '0') || '-' || lpad(n::text, 7, '0'), 'invoice', '380',
      date '2024-11-25' + i * 7, date '2024-12-25' + i * 7, 'EUR', 12000 + i, 10000 + i,
      array['LLD-' || n || '-' || i % 4], array['GA-' || n || '-' || i % 4], 'supplier', 'Bench SAS', 'Ateliers',
      'facturx', 'application/pdf', sha256((i || '-' || n)::bytea), 100000, 'k', 'f.pdf', 'original', date '2028-01-01'
    from generate_series(1, ${INVOICES_PER_ACCOUNT}) i, generate_series(1, ${accounts}::int) n`,
  );
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  return { kind: "adviser", userId: ADVISER, supplierId: SUPPLIER };
}
