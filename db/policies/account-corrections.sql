-- Corrections: values of accounts that the supplier's staff replaced in the console.
-- Guarantees: a member of staff adds corrections in their own name, for accounts of their supplier. Afterwards only
-- undone_at can be written. The supplier's keys read corrections too; customers never do.

alter table account_corrections enable row level security;
alter table account_corrections force row level security;
grant select, insert, update (undone_at) on account_corrections to efacture_app;

create policy jobs on account_corrections to efacture_jobs
  using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on account_corrections for select using (supplier_id = viewer_supplier());
create policy staff_adds on account_corrections for insert
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier() and changed_by = viewer_user());
create policy staff_undoes on account_corrections for update
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier())
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());
