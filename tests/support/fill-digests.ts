import type postgres from "postgres";

/** Inserts accounts of a supplier, each with `invoicesPerAccount` invoices that wait for its digest. */
export async function fillDigests(
  sql: postgres.Sql,
  supplierId: string,
  accounts: number,
  invoicesPerAccount: number,
  at: Date,
): Promise<void> {
  const deposited = at.toISOString();
  await sql`
    insert into companies (id, supplier_id, name, created_at)
    select md5('company' || n)::uuid, ${supplierId}, 'Transports Perce-Neige ' || n || ' SAS', ${deposited}
    from generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into accounts (id, supplier_id, company_id, customer_number, email, email_source, email_recorded_at, preference,
      activation_queued_at, created_at, updated_at)
    select md5('account' || n)::uuid, ${supplierId}, md5('company' || n)::uuid, (200000 + n)::text,
      'reader-' || n || '@client.example', 'api', ${deposited}, 'digest', ${deposited}, ${deposited}, ${deposited}
    from generate_series(1, ${accounts}::int) n`;
  await sql`
    insert into deposits (id, supplier_id, source, state, file_count, received_at)
    values (md5('deposit')::uuid, ${supplierId}, 'archive', 'done', 1, ${deposited})`;
  await sql`
    insert into invoices (id, supplier_id, account_id, deposit_id, deposited_at, sequence, number, type, type_code, issued_on,
      due_on, currency, total_with_vat_minor, total_without_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name,
      format, media_type, sha256, size, storage_key, file_name, legal_role, remove_after)
    select md5('invoice' || i || '-' || n)::uuid, ${supplierId}, md5('account' || n)::uuid, md5('deposit')::uuid,
      ${deposited}, (n - 1) * ${invoicesPerAccount}::bigint + i, 'FT-2026-' || n || '-' || i, 'invoice', '380', date '2026-11-20' - i % 2,
      date '2026-12-20', 'EUR', 42000 + n + i, 35000 + n + i, array['CC-' || n], array['GA-' || 100 + i || '-AA'], 'supplier',
      'Loueur', 'Client', 'facturx', 'application/pdf', sha256((i || '-' || n)::bytea), 100000, 'k', 'f.pdf', 'original',
      date '2028-12-01'
    from generate_series(1, ${accounts}::int) n, generate_series(1, ${invoicesPerAccount}::int) i`;
  await sql`
    insert into notifications (id, supplier_id, account_id, invoice_id, preference, channel, state, created_at)
    select md5('notification' || id)::uuid, supplier_id, account_id, id, 'digest', 'electronic', 'waiting', ${deposited}
    from invoices where supplier_id = ${supplierId}`;
}
