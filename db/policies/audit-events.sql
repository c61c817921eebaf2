-- The journal: who did what.
-- Guarantees: users write events in their own name, for their own account and supplier; suppliers write events of their
-- own accounts; nobody changes one. Administrators read the events of their account, other users those that they caused
-- or that are about them, a supplier its own, operators those without an account.

alter table audit_events enable row level security;
alter table audit_events force row level security;
grant select, insert on audit_events to efacture_app;
grant delete on audit_events to efacture_jobs;
grant insert on audit_events to efacture_auth;

create policy jobs on audit_events to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on audit_events for select using (supplier_id = viewer_supplier());
create policy supplier_adds on audit_events for insert
  with check (supplier_id = viewer_supplier() and (account_id is null or exists (
    select from accounts where accounts.id = audit_events.account_id and accounts.supplier_id = viewer_supplier())));
create policy actor_adds on audit_events for insert
  with check (actor_id = viewer_user()
    and (account_id is null or account_id = viewer_account())
    and (supplier_id is null or supplier_id = viewer_supplier()
      or exists (select from accounts where accounts.id = viewer_account() and accounts.supplier_id = audit_events.supplier_id)));
create policy administrator_reads on audit_events for select
  using (viewer_kind() = 'administrator' and account_id = viewer_account());
create policy self_reads on audit_events for select
  using (account_id = viewer_account() and (actor_id = viewer_user() or subject_id = viewer_user()));
create policy operator_reads on audit_events for select using (viewer_kind() = 'operator' and account_id is null);
-- An operator invites a supplier's first manager. What else operators do to suppliers and mails is written by the
-- functions that do it.
create policy operator_adds on audit_events for insert
  with check (viewer_kind() = 'operator' and actor_kind = 'operator' and actor_id = viewer_user() and account_id is null
    and action in ('staff_invited', 'staff_invited_again') and auth_awaits_first_manager(supplier_id));
-- Without an actor: what a visitor does before anybody is signed in.
create policy address_adds on audit_events for insert to efacture_app
  with check (viewer_kind() in ('recovery', 'token_holder') and actor_id is null
    and supplier_id is not distinct from viewer_named_supplier() and exists (
    select from auth_recoverable_users() as one
    where one.user_id = subject_id and one.account_id is not distinct from audit_events.account_id));
-- Switching is written with one of the person's users as actor. Attaching and detaching are written without actor and
-- account, so that the journal of neither account shows the other.
create policy person_adds on audit_events for insert to efacture_app
  with check (viewer_kind() = 'person' and supplier_id is null and (
    (actor_id is null and account_id is null)
    or exists (
      select from users where users.id = audit_events.actor_id and users.account_id = audit_events.account_id)));
-- Who created a key, token or link (db/functions/issue.sql).
create policy auth_functions on audit_events for insert to efacture_auth with check (true);
