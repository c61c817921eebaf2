-- Users.
-- Guarantees: users read themselves and their colleagues; a supplier reads its staff and its customers' users;
-- operators read staff and no customers. A manager adds and changes staff of the same supplier; an operator only a
-- supplier's first manager. The holder of a mailed link reads and changes the users whom the link is for, and a person
-- those whom they attach or switch to. The application's login cannot read a password hash, and cannot change a user's
-- identifier, account or supplier. Nobody deletes a user, so that no identifier is given to somebody else later. Who may
-- change which column of a user is in db/functions/user-guards.sql.

alter table users enable row level security;
alter table users force row level security;
grant insert on users to efacture_app;
grant select (
  id, identifier, name, email, email_verified_at, password_changed_at, role, status, must_change_password,
  default_password_expires_at, stamp, locale, history_months, person_id, last_sign_in_at, account_id, supplier_id,
  created_at
) on users to efacture_app;
grant update (
  name, email, email_verified_at, password_hash, password_changed_at, role, status, must_change_password,
  default_password_expires_at, stamp, locale, history_months, person_id, last_sign_in_at
) on users to efacture_app;
grant select (
  id, identifier, name, email, email_verified_at, password_hash, password_changed_at, role, status, must_change_password,
  default_password_expires_at, stamp, locale, history_months, person_id, account_id, supplier_id
), update (stamp) on users to efacture_auth;

create policy jobs on users to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy self_reads on users for select using (id = viewer_user());
create policy self_changes on users for update using (id = viewer_user()) with check (id = viewer_user());
create policy account_reads on users for select using (account_id = viewer_account());
create policy administrator_adds on users for insert
  with check (viewer_kind() = 'administrator' and account_id = viewer_account());
create policy administrator_changes on users for update
  using (viewer_kind() = 'administrator' and account_id = viewer_account())
  with check (viewer_kind() = 'administrator' and account_id = viewer_account());
create policy supplier_reads on users for select
  using (viewer_supplier() is not null and (supplier_id = viewer_supplier() or exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier())));
create policy supplier_adds on users for insert
  with check (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()));
create policy supplier_changes on users for update
  using (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()))
  with check (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()));
-- A manager invites staff: the new user has no password, and chooses one by the link that is mailed.
create policy manager_adds_staff on users for insert
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier() and password_hash is null
    and password_changed_at is null);
create policy manager_changes_staff on users for update
  using (viewer_kind() = 'manager' and supplier_id = viewer_supplier())
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
-- An operator invites a supplier's first manager, in the same way, until a manager has chosen a password.
create policy operator_adds_first_manager on users for insert
  with check (viewer_kind() = 'operator' and role = 'manager' and account_id is null and password_hash is null
    and password_changed_at is null and auth_awaits_first_manager(supplier_id));
create policy operator_changes_first_manager on users for update
  using (viewer_kind() = 'operator' and role = 'manager' and account_id is null and password_changed_at is null
    and auth_awaits_first_manager(supplier_id))
  with check (viewer_kind() = 'operator' and role = 'manager' and account_id is null and password_changed_at is null
    and auth_awaits_first_manager(supplier_id));
create policy operator_reads on users for select using (viewer_kind() = 'operator' and account_id is null);
create policy auth_functions on users to efacture_auth using (true) with check (true);
create policy token_holder_reads on users for select to efacture_app
  using (viewer_kind() = 'token_holder' and id in (select user_id from auth_recoverable_users()));
create policy token_holder_changes on users for update to efacture_app
  using (viewer_kind() = 'token_holder' and id in (select user_id from auth_recoverable_users()))
  with check (viewer_kind() = 'token_holder' and id in (select user_id from auth_recoverable_users()));
create policy person_reads on users for select to efacture_app
  using (viewer_kind() = 'person' and id in (select auth_person_users()));
create policy person_changes on users for update to efacture_app
  using (viewer_kind() = 'person' and id in (select auth_person_users()))
  with check (viewer_kind() = 'person' and id in (select auth_person_users()));
