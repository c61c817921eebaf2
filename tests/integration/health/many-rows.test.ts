import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { START, startWithEmptyOutbox } from "@/tests/integration/mails/outbox";
import { asOwner, makeAccount, makeStaff, makeSupplier } from "@/tests/support/world";

const EMAIL = "compta@perce-neige.example";

it("the figures of health are read by index: no table of mails, events, entries or attempts is read from end to end", async () => {
  await startWithEmptyOutbox();
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const operator = (await makeStaff("operator", null)).viewer as Operator;
  await asOwner(async (owner) => {
    await owner`
        insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at,
          created_at, sent_at)
        select gen_random_uuid(), ${supplier.id}, ${account.id}, 'recovery', gen_random_uuid(), ${EMAIL}, 'fr', '{}',
          'sent', at, at, at
        from generate_series(1, 20000) n, lateral (select ${new Date(START)}::timestamptz - n * interval '1 hour' as at) t`;
    await owner`
        insert into mail_events (id, message_id, state, received_at)
        select 'e' || n, 'm' || n, 'delivered', ${new Date(START)}::timestamptz - n * interval '1 hour'
        from generate_series(1, 5000) n`;
    await owner`
        insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
        select 'sign_in_identifier', sha256(n::text::bytea), 1, at, at
        from generate_series(1, 20000) n, lateral (select ${new Date(START)}::timestamptz - n * interval '1 hour' as at) t`;
    await owner`
        insert into ledger_entries (supplier_id, sequence, kind, invoice_id, account_id, number, issued_on, sha256,
          recorded_at, previous_hash, hash)
        select ${supplier.id}, n, 'deposited', gen_random_uuid(), ${account.id}, 'F' || n, '2026-11-01', sha256('a'),
          ${new Date(START)}, sha256('b'), sha256('c')
        from generate_series(1, 20000) n`;
    for (const table of ["mails", "mail_events", "throttle_counters", "ledger_entries", "ledger_heads"])
      await owner`analyze ${owner(table)}`;
  });
  const read = await withViewer(operator, async (tx) => {
    const at = new Date(START).toISOString();
    await tx.execute(sql`select * from auth_mail_figures(${at}, ${at}), auth_mail_flow(${at})`);
    await tx.execute(sql`select * from auth_failed_mails(${at})`);
    await tx.execute(sql`select * from auth_ledger_states()`);
    await tx.execute(sql`select * from auth_attempt_figures(${at}, 5, 25)`);
    return tx.execute<{ table: string; from_end_to_end: string; rows: string }>(sql`
        select relname as table, seq_scan as from_end_to_end, seq_tup_read as rows from pg_stat_xact_user_tables
        where relname in ('mails', 'mail_events', 'throttle_counters', 'ledger_entries') order by 1`);
  });
  expect([...read]).toEqual(
    ["ledger_entries", "mail_events", "mails", "throttle_counters"].map((table) => ({
      table,
      from_end_to_end: "0",
      rows: "0",
    })),
  );
});
