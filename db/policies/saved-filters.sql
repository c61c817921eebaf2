-- Saved filters.
-- Guarantees: users reach only their own filters. After a change of address they move to the same person's new user
-- (db/functions/move-identity.sql).

alter table saved_filters enable row level security;
alter table saved_filters force row level security;
grant select, insert, update, delete on saved_filters to efacture_app;
grant select, update (user_id) on saved_filters to efacture_auth;

create policy jobs on saved_filters to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_manages on saved_filters
  using (user_id = viewer_user() and account_id = viewer_account())
  with check (user_id = viewer_user() and account_id = viewer_account());
create policy auth_functions on saved_filters to efacture_auth using (true) with check (true);
