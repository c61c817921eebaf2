-- Alerts of operators, the calls of their webhook, and what managers were told of refused files.
-- Guarantees: only background work opens and closes alerts, calls the webhook and queues these mails. Operators read
-- alerts; nobody else reads anything of it.

alter table alerts enable row level security;
alter table alerts force row level security;
grant select on alerts to efacture_app;
grant insert, update, delete on alerts to efacture_jobs;

create policy jobs on alerts to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy operator_reads on alerts for select using (viewer_kind() = 'operator');

alter table alert_calls enable row level security;
alter table alert_calls force row level security;
grant select, insert, update, delete on alert_calls to efacture_jobs;

create policy jobs on alert_calls to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');

alter table refusal_notices enable row level security;
alter table refusal_notices force row level security;
grant select, insert, update on refusal_notices to efacture_jobs;

create policy jobs on refusal_notices to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
