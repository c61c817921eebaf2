-- Second factors and their recovery codes.
-- Guarantees: the application's login reads and writes them through the functions of db/functions/second-factor.sql
-- only. Background work may add some, for the demo data.

alter table second_factors enable row level security;
alter table second_factors force row level security;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
grant insert on second_factors, recovery_codes to efacture_jobs;
grant select, insert, update, delete on second_factors, recovery_codes to efacture_auth;

create policy jobs on second_factors for insert to efacture_jobs with check (viewer_kind() = 'job');
create policy jobs on recovery_codes for insert to efacture_jobs with check (viewer_kind() = 'job');
create policy auth_functions on second_factors to efacture_auth using (true) with check (true);
create policy auth_functions on recovery_codes to efacture_auth using (true) with check (true);
