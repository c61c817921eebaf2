-- Sessions.
-- Keeps true: a user reads, opens and ends their own sessions only.

alter table sessions enable row level security;
alter table sessions force row level security;
grant select, insert, update, delete on sessions to efacture_app;
grant select, update (last_seen_at, ended_at) on sessions to efacture_auth;

create policy jobs on sessions using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_reads on sessions for select using (user_id = viewer_user());
create policy self_adds on sessions for insert with check (user_id = viewer_user());
create policy self_changes on sessions for update
  using (user_id = viewer_user()) with check (user_id = viewer_user());
create policy auth_functions on sessions to efacture_auth using (true) with check (true);
