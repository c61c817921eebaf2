-- Known devices: browsers that a user has signed in on.
-- Guarantees: users read, add and delete only their own; the holder of a mailed link only those of the users whom the
-- link is for. Before sign-in only one question is answered, with yes or no (db/functions/known-devices.sql).

alter table known_devices enable row level security;
alter table known_devices force row level security;
grant select, insert, delete, update (stamp, last_used_at) on known_devices to efacture_app;
grant select, delete on known_devices to efacture_auth;

create policy jobs on known_devices to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_reads on known_devices for select using (user_id = viewer_user());
create policy self_adds on known_devices for insert with check (user_id = viewer_user());
create policy self_changes on known_devices for update
  using (user_id = viewer_user()) with check (user_id = viewer_user());
create policy self_removes on known_devices for delete using (user_id = viewer_user());
create policy token_holder on known_devices to efacture_app
  using (viewer_kind() = 'token_holder' and user_id in (select user_id from auth_recoverable_users()))
  with check (viewer_kind() = 'token_holder' and user_id in (select user_id from auth_recoverable_users()));
create policy auth_functions on known_devices to efacture_auth using (true) with check (true);
