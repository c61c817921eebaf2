-- What a supplier announces: count and total of the documents of an account and a month.
-- Guarantees: managers and keys of the supplier announce, its staff reads; a customer reads the announcements of its own
-- account. Nobody deletes one.

alter table invoice_announcements enable row level security;
alter table invoice_announcements force row level security;
grant select, insert, update on invoice_announcements to efacture_app;

create policy jobs on invoice_announcements to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_announcements for select using (supplier_id = viewer_supplier());
create policy depositor_adds on invoice_announcements for insert
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'));
create policy depositor_changes on invoice_announcements for update
  using (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'))
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('manager', 'supplier_key'));
create policy account_reads on invoice_announcements for select using (account_id = (select viewer_account()));
