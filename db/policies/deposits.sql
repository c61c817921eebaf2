-- Deposits and their files, and the files that were refused.
-- Guarantees: only a supplier's staff and keys read, add and change its deposits; customers never do. Nobody deletes
-- one. Refused files are for managers and keys alone; jobs delete them after their time.
-- Operators get the day of a supplier's last deposit, by db/functions/operator-suppliers.sql.

alter table deposits enable row level security;
alter table deposits force row level security;
grant select, insert, update on deposits to efacture_app;
grant select (supplier_id, received_at) on deposits to efacture_auth;

create policy jobs on deposits to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on deposits for select using (supplier_id = viewer_supplier());
create policy supplier_adds on deposits for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on deposits for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy auth_functions on deposits for select to efacture_auth using (true);

alter table deposit_files enable row level security;
alter table deposit_files force row level security;
grant select, insert, update on deposit_files to efacture_app;

create policy jobs on deposit_files to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on deposit_files for select using (supplier_id = viewer_supplier());
create policy supplier_adds on deposit_files for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on deposit_files for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());

alter table refused_files enable row level security;
alter table refused_files force row level security;
grant select, insert, update on refused_files to efacture_app;
grant delete on refused_files to efacture_jobs;

create policy jobs on refused_files to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy depositor_reads on refused_files for select
  using (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'));
create policy depositor_adds on refused_files for insert
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'));
create policy depositor_changes on refused_files for update
  using (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'))
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'));
