-- Notifications of invoices, and the digests that list them.
-- Guarantees: a supplier adds notifications when it deposits. Background work adds digests; a supplier adds a digest
-- only when staff send the list of what an account missed. Customers read their own.

alter table notifications enable row level security;
alter table notifications force row level security;
grant select, insert, update on notifications to efacture_app;
grant delete on notifications to efacture_jobs;

create policy jobs on notifications to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on notifications for select using (supplier_id = viewer_supplier());
create policy supplier_adds on notifications for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on notifications for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on notifications for select using (account_id = viewer_account());

alter table digests enable row level security;
alter table digests force row level security;
grant select, insert, update on digests to efacture_app;

create policy jobs on digests to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on digests for select using (supplier_id = viewer_supplier());
create policy supplier_adds on digests for insert with check (supplier_id = viewer_supplier());
create policy account_reads on digests for select using (account_id = viewer_account());
