-- Tokens: mailed links with which somebody chooses a password or attaches an identifier.
-- Guarantees: a supplier issues links for its own customers; an administrator invites people to their own account. Who asks
-- to attach which identifier is known to those two alone: no supplier and no colleague reads or writes such a link. A
-- recovery makes a link to the address that it names; the holder of a link uses those of the same address.

alter table tokens enable row level security;
alter table tokens force row level security;
grant select, insert, update on tokens to efacture_app;
grant delete on tokens to efacture_jobs;
grant select (
  id, purpose, supplier_id, user_id, asking_user_id, email, token_hash, created_at, expires_at, consumed_at
), update (consumed_at) on tokens to efacture_auth;

create policy jobs on tokens to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on tokens for select using (supplier_id = viewer_supplier());
create policy supplier_adds on tokens for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on tokens for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy administrator_invites on tokens for insert
  with check (viewer_kind() = 'administrator' and purpose = 'invitation' and exists (
    select from users where users.id = tokens.user_id and users.account_id = viewer_account()
      and users.email = tokens.email)
    and exists (
    select from accounts where accounts.id = viewer_account() and accounts.supplier_id = tokens.supplier_id));
create policy attachments_only_by_portal on tokens as restrictive to efacture_app
  using (purpose <> 'attachment' or viewer_kind() = 'person' or viewer_is_job())
  with check (purpose <> 'attachment' or viewer_kind() = 'person' or viewer_is_job());
create policy auth_functions on tokens to efacture_auth using (true) with check (true);
create policy recovery_adds on tokens for insert to efacture_app
  with check (viewer_kind() = 'recovery' and purpose = 'recovery' and supplier_id = viewer_named_supplier()
    and email = auth_named_email() and user_id is null);
create policy token_holder_reads on tokens for select to efacture_app
  using (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id = viewer_named_supplier()
    and email = (select auth_named_email()));
create policy token_holder_changes on tokens for update to efacture_app
  using (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id = viewer_named_supplier()
    and email = (select auth_named_email()))
  with check (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id = viewer_named_supplier()
    and email = (select auth_named_email()));
create policy person_reads on tokens for select to efacture_app
  using (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id));
create policy person_changes on tokens for update to efacture_app
  using (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id))
  with check (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id));
-- Mailed to the proven address of the other user. Where there is none, the same work is done with the asking user's own
-- identifier, and undone (lib/persons/request-attachment.ts).
create policy person_adds on tokens for insert to efacture_app
  with check (viewer_kind() = 'person' and purpose = 'attachment' and asking_user_id = auth_session_user()
    and (exists (
      select from auth_attachable_user(null, tokens.user_id) as other
      where other.email = tokens.email and other.supplier_id = tokens.supplier_id)
    or exists (
      select from users
      where users.id = tokens.user_id and users.id = tokens.asking_user_id and users.identifier = tokens.email)));
