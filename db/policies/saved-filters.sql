-- Saved filters.
-- Guarantees: a user's own filters are nobody else's.

alter table saved_filters enable row level security;
alter table saved_filters force row level security;
grant select, insert, update, delete on saved_filters to efacture_app;

create policy jobs on saved_filters to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_manages on saved_filters
  using (user_id = viewer_user() and account_id = viewer_account())
  with check (user_id = viewer_user() and account_id = viewer_account());
