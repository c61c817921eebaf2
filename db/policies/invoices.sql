-- Invoices, the invoices they refer to, their VAT and lines, and who has seen and downloaded them.
-- Guarantees: a customer reads the invoices of its own account, and a direct link the invoices that it is for, both
-- without withdrawn ones. A supplier reads, adds and changes its own. A reading is written only by the user who read.

alter table invoices enable row level security;
alter table invoices force row level security;
grant select, insert, update on invoices to efacture_app;
grant delete on invoices to efacture_jobs;
grant select (id, supplier_id, account_id, number, contracts, vehicles, state, remove_after, size) on invoices to efacture_auth;

-- With `(select …)` PostgreSQL reads the viewer once per query and not once per row: a search reads every row of an
-- account.
create policy jobs on invoices to efacture_jobs using ((select viewer_kind()) = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoices for select using (supplier_id = (select viewer_supplier()));
create policy supplier_adds on invoices for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on invoices for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on invoices for select
  using (account_id = (select viewer_account()) and state = 'available');
create policy link_reads on invoices for select
  using (id = any ((select viewer_invoices())::uuid[]) and state = 'available');

alter table invoice_references enable row level security;
alter table invoice_references force row level security;
grant select, insert, update on invoice_references to efacture_app;
grant delete on invoice_references to efacture_jobs;

create policy jobs on invoice_references to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_references for select using (supplier_id = viewer_supplier());
create policy supplier_adds on invoice_references for insert with check (supplier_id = viewer_supplier());
create policy account_reads on invoice_references for select using (account_id = viewer_account());

alter table invoice_vat enable row level security;
alter table invoice_vat force row level security;
grant select, insert on invoice_vat to efacture_app;
grant update, delete on invoice_vat to efacture_jobs;

create policy jobs on invoice_vat to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_vat for select using (supplier_id = (select viewer_supplier()));
create policy supplier_adds on invoice_vat for insert with check (supplier_id = viewer_supplier());
create policy account_reads on invoice_vat for select using (account_id = (select viewer_account()));

alter table invoice_lines enable row level security;
alter table invoice_lines force row level security;
grant select, insert on invoice_lines to efacture_app;
grant update, delete on invoice_lines to efacture_jobs;

create policy jobs on invoice_lines to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_lines for select using (supplier_id = (select viewer_supplier()));
create policy supplier_adds on invoice_lines for insert with check (supplier_id = viewer_supplier());
create policy account_reads on invoice_lines for select using (account_id = (select viewer_account()));

alter table invoice_readings enable row level security;
alter table invoice_readings force row level security;
grant select, insert, update on invoice_readings to efacture_app;
grant delete on invoice_readings to efacture_jobs;

create policy jobs on invoice_readings to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_readings for select using (supplier_id = viewer_supplier());
create policy account_reads on invoice_readings for select using (account_id = viewer_account());
create policy reader_adds on invoice_readings for insert
  with check (user_id = viewer_user() and account_id = viewer_account());
create policy reader_changes on invoice_readings for update
  using (user_id = viewer_user()) with check (user_id = viewer_user() and account_id = viewer_account());
