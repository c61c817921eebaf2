-- The ledger: one entry for each deposit, withdrawal and removal, chained by hashes, and the newest entry of each chain
-- (head).
-- Guarantees: entries are only added. The application's login has no right to change or delete one.

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
grant select, insert on ledger_entries to efacture_app;

create policy jobs on ledger_entries to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on ledger_entries for select using (supplier_id = viewer_supplier());
create policy supplier_adds on ledger_entries for insert with check (supplier_id = viewer_supplier());
create policy account_reads on ledger_entries for select using (account_id = viewer_account());

alter table ledger_heads enable row level security;
alter table ledger_heads force row level security;
grant select, insert, update on ledger_heads to efacture_app;

create policy jobs on ledger_heads to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on ledger_heads for select using (supplier_id = viewer_supplier());
create policy supplier_adds on ledger_heads for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on ledger_heads for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
