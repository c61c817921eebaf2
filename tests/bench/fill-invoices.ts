import type postgres from "postgres";
import type { CustomerUser } from "@/lib/access/viewer";
import { withoutIndexes } from "./without-indexes";

/** Inserts accounts of one supplier, with `invoicesPerAccount` invoices each, over 24 months. */
export async function fillInvoices(
  sql: postgres.Sql,
  accounts: number,
  invoicesPerAccount: number,
): Promise<CustomerUser[]> {
  await sql`
    insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email, created_at)
    values ('00000000-0000-7000-8000-000000000001', 'bench', 'Bench', 'Bench SAS', '#0b4f6c', 'Bench', 'a@bench.example',
      'a@bench.example', 'a@bench.example', now())`;
  await sql`
    insert into companies (id, supplier_id, name, created_at)
    select md5('company' || n)::uuid, s.id, 'Company ' || n, now() from suppliers s, generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into accounts (id, supplier_id, company_id, customer_number, created_at, updated_at)
    select md5('account' || n)::uuid, s.id, md5('company' || n)::uuid, n::text, now(), now()
    from suppliers s, generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into deposits (id, supplier_id, source, state, file_count, received_at)
    select '00000000-0000-7000-8000-000000000002', id, 'archive', 'done', 1, now() from suppliers`;
  // Ordered by month, then by account, so that neighbouring rows belong to different accounts.
  await withoutIndexes(
    sql,
    "invoices",
    () => sql`
    insert into invoices (id, supplier_id, account_id, deposit_id, deposited_at, sequence, number, type, type_code, issued_on,
      due_on, currency, total_with_vat_minor, total_without_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name,
      format, media_type, sha256, size, storage_key, file_name, legal_role, remove_after)
    select md5('invoice' || i || '-' || n)::uuid, s.id, md5('account' || n)::uuid, '00000000-0000-7000-8000-000000000002', now(),
      (i - 1) * ${accounts}::bigint + n, 'FT-' || i || '-' || n, 'invoice', '380', date '2024-11-25' + i * 700 / ${invoicesPerAccount}::int,
      date '2024-12-25' + i * 700 / ${invoicesPerAccount}::int, 'EUR', 12000 + i, 10000 + i, array['CC-' || i % 7], array['GA-' || i % 9 || '-AA'],
      'supplier', 'Bench SAS', 'Company ' || n, 'facturx', 'application/pdf', sha256((i || '-' || n)::bytea), 100000, 'k', 'f.pdf',
      'original', date '2028-01-01'
    from suppliers s, generate_series(1, ${invoicesPerAccount}::int) i, generate_series(1, ${accounts}::int) n`,
  );
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  const rows = await sql<{ id: string; supplier_id: string }[]>`select id, supplier_id from accounts`;
  return rows.map((row) => ({
    kind: "member",
    userId: "00000000-0000-7000-8000-00000000000f",
    accountId: row.id,
    supplierId: row.supplier_id,
  }));
}
