import { randomUUID } from "node:crypto";
import { storage } from "@/lib/storage/open-storage";
import { asOwner } from "@/tests/support/world";

export interface Waiting {
  /** Part of every number, to distinguish them in mails; letters and digits only. */
  label: string;
  supplierId: string;
  preference: "attachment" | "link" | "digest";
  accounts: number;
  /** The number of invoices of each account. */
  invoicesPerAccount: number;
  at: Date;
  /** The domain of the accounts' addresses. */
  domain?: string;
}

const ORIGINAL = Buffer.from("%PDF-1.7\n% a fictional invoice\n");
let sequence = 1_000_000;

/**
 * Inserts accounts with invoices that were deposited at `at` and wait for their mails. Account `n` has the address
 * `label-n@domain` and the invoices `label-n-1` and so on.
 */
export async function fillWaiting(waiting: Waiting): Promise<void> {
  const { label, supplierId, preference, accounts, invoicesPerAccount } = waiting;
  const at = waiting.at.toISOString();
  const domain = waiting.domain ?? "essai.example";
  const depositId = randomUUID();
  const key = `${supplierId}/faults/original`;
  await storage().put(key, ORIGINAL);
  const first = (sequence += accounts * invoicesPerAccount) - accounts * invoicesPerAccount;
  await asOwner((owner) =>
    owner.begin(async (sql) => {
      await sql`
        insert into companies (id, supplier_id, name, created_at)
        select md5(${label} || ' company ' || n)::uuid, ${supplierId}, 'Entreprise ' || n, ${at}
        from generate_series(1, ${accounts}::int) n on conflict do nothing`;
      await sql`
        insert into accounts (id, supplier_id, company_id, customer_number, email, email_source, preference,
          activation_queued_at, created_at, updated_at)
        select md5(${label} || ' account ' || n)::uuid, ${supplierId}, md5(${label} || ' company ' || n)::uuid,
          ${label} || '-' || n, lower(${label}) || '-' || n || '@' || ${domain}, 'api', ${preference}, ${at}, ${at}, ${at}
        from generate_series(1, ${accounts}::int) n on conflict do nothing`;
      await sql`
        insert into deposits (id, supplier_id, source, state, file_count, received_at)
        values (${depositId}, ${supplierId}, 'archive', 'done', ${accounts * invoicesPerAccount}, ${at})`;
      await sql`
        insert into invoices (id, supplier_id, account_id, deposit_id, deposited_at, sequence, number, type, type_code,
          issued_on, currency, total_with_vat_minor, contracts, vehicles, seller_key, seller_name, buyer_name, format,
          media_type, sha256, size, storage_key, file_name, legal_role, remove_after)
        select gen_random_uuid(), ${supplierId}, md5(${label} || ' account ' || n)::uuid, ${depositId}, ${at},
          ${first}::bigint + (n - 1) * ${invoicesPerAccount}::int + i, ${label} || '-' || n || '-' || i, 'invoice', '380',
          ${at.slice(0, 10)}::date, 'EUR', 12000 + i, array['CC-1'], array['GA-123-BC'], 'supplier', 'Loueur Essai',
          'Entreprise ' || n, 'pdf', 'application/pdf', sha256((${label} || '-' || n || '-' || i)::bytea), ${ORIGINAL.length},
          ${key}, ${label} || '-' || n || '-' || i || '.pdf', 'original', ${at.slice(0, 10)}::date + 800
        from generate_series(1, ${accounts}::int) n, generate_series(1, ${invoicesPerAccount}::int) i`;
      await sql`
        insert into notifications (id, supplier_id, account_id, invoice_id, preference, channel, state, created_at)
        select gen_random_uuid(), supplier_id, account_id, id, ${preference}, 'electronic', 'waiting', ${at}
        from invoices where deposit_id = ${depositId}`;
    }),
  );
}
