-- Changes of a notification address that staff made in the console (R21).
-- Guarantees: staff add changes for accounts of their supplier. Their supplier, also with a key, applies a change at a
-- deposit or ends it. Which account and addresses a change is about cannot be changed later. Customers never read it.

alter table address_changes enable row level security;
alter table address_changes force row level security;
grant select, insert, update (state, former_users, new_user_id, new_user_role, applied_at, ended_at)
on address_changes to efacture_app;
grant select, update (moved_at) on address_changes to efacture_auth;

create policy jobs on address_changes to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on address_changes for select using (supplier_id = viewer_supplier());
create policy staff_adds on address_changes for insert
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier() and moved_at is null);
create policy supplier_changes on address_changes for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy auth_functions on address_changes to efacture_auth using (true) with check (true);
