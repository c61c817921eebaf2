-- The ledger: one entry for each deposit, withdrawal and removal, chained by hashes, and the newest entry of each chain
-- (head).
-- Guarantees: entries are only added. The application's login has no right to change or delete one. Operators read no
-- row; auth_ledger_states (db/functions/operator-health.sql) tells them whether the end of each chain agrees.

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
grant select, insert on ledger_entries to efacture_app;
grant select (supplier_id, sequence, recorded_at, previous_hash, hash) on ledger_entries to efacture_auth;

create policy jobs on ledger_entries to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on ledger_entries for select using (supplier_id = viewer_supplier());
create policy supplier_adds on ledger_entries for insert with check (supplier_id = viewer_supplier());
create policy account_reads on ledger_entries for select using (account_id = viewer_account());
create policy auth_functions on ledger_entries for select to efacture_auth using (true);

alter table ledger_heads enable row level security;
alter table ledger_heads force row level security;
grant select, insert, update on ledger_heads to efacture_app;
grant select on ledger_heads to efacture_auth;

create policy jobs on ledger_heads to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on ledger_heads for select using (supplier_id = viewer_supplier());
create policy supplier_adds on ledger_heads for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on ledger_heads for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy auth_functions on ledger_heads for select to efacture_auth using (true);
-- A new supplier begins an empty chain (db/functions/operator-suppliers.sql).
grant insert on ledger_heads to efacture_auth;
create policy auth_functions_begin on ledger_heads for insert to efacture_auth with check (sequence = 0);

-- How far background work has read each chain again.
alter table ledger_checks enable row level security;
alter table ledger_checks force row level security;
grant select, insert, update on ledger_checks to efacture_jobs;
grant select (supplier_id, wrong_sequence) on ledger_checks to efacture_auth;

create policy jobs on ledger_checks to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy auth_functions on ledger_checks for select to efacture_auth using (true);
