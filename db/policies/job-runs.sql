-- The last run of each background job.
-- Guarantees: only background work records runs. Operators read them; everybody else reads only the times that
-- auth_job_times (db/functions/operator-health.sql) returns.

alter table job_runs enable row level security;
alter table job_runs force row level security;
grant select on job_runs to efacture_app;
grant insert, update on job_runs to efacture_jobs;
grant select (job, expected_since, last_succeeded_at) on job_runs to efacture_auth;

create policy jobs on job_runs to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy operator_reads on job_runs for select using (viewer_kind() = 'operator');
create policy auth_functions on job_runs for select to efacture_auth using (true);
