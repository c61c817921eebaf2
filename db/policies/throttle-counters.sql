-- Counters of attempts.
-- Guarantees: the application's login changes them through the functions of db/functions/throttle.sql only, and reads
-- none.

alter table throttle_counters enable row level security;
alter table throttle_counters force row level security;
grant delete on throttle_counters to efacture_jobs;
grant select, insert, update, delete on throttle_counters to efacture_auth;

create policy jobs on throttle_counters to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy auth_functions on throttle_counters to efacture_auth using (true) with check (true);
