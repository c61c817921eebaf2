-- Customer accounts and their companies.
-- Guarantees: a supplier reads, adds and changes its own customers; a customer's users and tokens read their own
-- account. Nobody deletes one. The exception is an import that is undone, for accounts that it created and nothing else
-- refers to (db/functions/imports.sql).

alter table companies enable row level security;
alter table companies force row level security;
grant select, insert, update on companies to efacture_app;
grant select, delete on companies to efacture_auth;

create policy jobs on companies to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on companies for select using (supplier_id = viewer_supplier());
create policy supplier_adds on companies for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on companies for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on companies for select
  using (exists (select from accounts where accounts.company_id = companies.id and accounts.id = viewer_account()));
create policy auth_functions on companies to efacture_auth using (true) with check (true);

alter table accounts enable row level security;
alter table accounts force row level security;
grant select, insert, update on accounts to efacture_app;
grant select, update (activated_at, sort_name), delete on accounts to efacture_auth;

create policy jobs on accounts to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on accounts for select using (supplier_id = viewer_supplier());
create policy supplier_adds on accounts for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on accounts for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on accounts for select using (id = viewer_account());
create policy auth_functions on accounts to efacture_auth using (true) with check (true);
