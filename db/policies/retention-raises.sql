-- Raises of a supplier's retention that are being applied to its invoices.
-- Guarantees: managers of the supplier begin one and read it, background work continues it. Nobody deletes one.

alter table retention_raises enable row level security;
alter table retention_raises force row level security;
grant select, insert, update on retention_raises to efacture_app;

create policy jobs on retention_raises to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy manager_reads on retention_raises for select
  using (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
create policy manager_begins on retention_raises for insert
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
create policy manager_changes on retention_raises for update
  using (viewer_kind() = 'manager' and supplier_id = viewer_supplier())
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
