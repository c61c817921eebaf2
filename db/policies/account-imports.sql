-- Imports of customers from spreadsheets.
-- Guarantees: only the supplier's staff reads and changes its imports, and deletes only those that were never applied.
-- Background work continues imports and deletes old ones.

alter table account_imports enable row level security;
alter table account_imports force row level security;
grant select, insert, update, delete on account_imports to efacture_app;

create policy jobs on account_imports to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on account_imports for select
  using (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager'));
create policy staff_adds on account_imports for insert
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager'));
create policy staff_changes on account_imports for update
  using (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager'))
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager'));

create policy staff_discards on account_imports for delete
  using (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager') and state in ('checking', 'checked'));

alter table account_import_lines enable row level security;
alter table account_import_lines force row level security;
grant select, insert, update on account_import_lines to efacture_app;
grant delete on account_import_lines to efacture_jobs;

-- With `(select …)` PostgreSQL reads the viewer once per query and not once per row: an import has thousands of lines.
create policy jobs on account_import_lines to efacture_jobs
  using ((select viewer_kind()) = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on account_import_lines for select
  using (supplier_id = (select viewer_supplier()) and (select viewer_kind()) in ('adviser', 'manager'));
create policy staff_adds on account_import_lines for insert
  with check (supplier_id = (select viewer_supplier()) and (select viewer_kind()) in ('adviser', 'manager'));
create policy staff_changes on account_import_lines for update
  using (supplier_id = (select viewer_supplier()) and (select viewer_kind()) in ('adviser', 'manager'))
  with check (supplier_id = (select viewer_supplier()) and (select viewer_kind()) in ('adviser', 'manager'));
grant select on account_import_lines to efacture_auth;
create policy auth_functions on account_import_lines to efacture_auth using (true) with check (true);
