-- Suppliers.
-- Guarantees: a supplier's settings are changed by background work and the demo data only; anybody may read them, for its
-- sign-in page shows them to everybody.

alter table suppliers enable row level security;
alter table suppliers force row level security;
grant select, insert, update on suppliers to efacture_app;
grant select on suppliers to efacture_auth;

create policy jobs on suppliers to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy anyone_reads on suppliers for select using (true);
