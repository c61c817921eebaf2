-- The deployment that the database belongs to.
-- Guarantees: only background work and the command `npm run adopt`, with the jobs' login, write the row. Everybody may
-- read it: the public address is no secret, and each transaction that sends something compares it.

alter table installation enable row level security;
alter table installation force row level security;
grant select on installation to efacture_app;
grant insert, update on installation to efacture_jobs;

create policy everybody_reads on installation for select using (true);
create policy jobs on installation to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
