-- Tokens: mailed links with which somebody chooses a password or attaches an identifier.
-- Keeps true: a supplier issues links for its own customers; an administrator invites people to their own account. Who asks
-- to attach which identifier is known to those two alone: no supplier and no colleague reads or writes such a link.

alter table tokens enable row level security;
alter table tokens force row level security;
grant select, insert, update, delete on tokens to efacture_app;
grant select (id, purpose, user_id, asking_user_id, created_at, consumed_at), update (consumed_at)
  on tokens to efacture_auth;

create policy jobs on tokens using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
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
  using (purpose <> 'attachment' or viewer_kind() = 'job')
  with check (purpose <> 'attachment' or viewer_kind() = 'job');
create policy auth_functions on tokens to efacture_auth using (true) with check (true);
