-- Suppliers.
-- Guarantees: background work adds and changes suppliers, operators only by the functions of
-- db/functions/operator-suppliers.sql. The exception is answer_within_days, the promised delay of answers, which managers
-- set. Everybody may read a supplier, because its public sign-in page shows it.

alter table suppliers enable row level security;
alter table suppliers force row level security;
grant select on suppliers to efacture_app;
grant update (answer_within_days) on suppliers to efacture_app;
grant insert, update on suppliers to efacture_jobs;
grant select, insert, update (suspended_at) on suppliers to efacture_auth;

create policy jobs on suppliers to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy anyone_reads on suppliers for select using (true);
create policy manager_changes on suppliers for update
  using (viewer_kind() = 'manager' and id = viewer_supplier())
  with check (viewer_kind() = 'manager' and id = viewer_supplier());
create policy auth_functions on suppliers to efacture_auth using (true) with check (true);
