-- Sessions.
-- Guarantees: users read, add and end only their own sessions. A person who switches to another user adds a session for
-- that user and ends the former one. After sign-in, only auth_record_proof and the functions of
-- db/functions/second-factor.sql change proven_at (when the person last proved who they are), and only the latter
-- change factor_user_ids (whose second factor was given).

alter table sessions enable row level security;
alter table sessions force row level security;
grant select, insert, update (stamp, ended_at, entry_supplier_id, origin_user_id) on sessions to efacture_app;
grant delete on sessions to efacture_jobs;
grant select, update (id, last_seen_at, ended_at, proven_at, factor_user_ids) on sessions to efacture_auth;

create policy jobs on sessions to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_reads on sessions for select using (user_id = viewer_user());
create policy self_adds on sessions for insert with check (user_id = viewer_user());
create policy self_changes on sessions for update
  using (user_id = viewer_user()) with check (user_id = viewer_user());
create policy auth_functions on sessions to efacture_auth using (true) with check (true);
create policy person_reads on sessions for select to efacture_app
  using (viewer_kind() = 'person' and (id = viewer_session() or user_id in (select auth_person_users())));
create policy person_adds on sessions for insert to efacture_app
  with check (viewer_kind() = 'person' and user_id = viewer_other_user() and user_id in (select auth_person_users()));
create policy person_changes on sessions for update to efacture_app
  using (viewer_kind() = 'person' and id = viewer_session())
  with check (viewer_kind() = 'person' and id = viewer_session());
