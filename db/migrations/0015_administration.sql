-- Administrators invite people to their own account: the link and its mail, and nothing else of either table.
create policy administrator_invites on tokens for insert
  with check (viewer_kind() = 'administrator' and purpose = 'invitation' and exists (
    select from users where users.id = tokens.user_id and users.account_id = viewer_account()
      and users.email = tokens.email)
    and exists (
    select from accounts where accounts.id = viewer_account() and accounts.supplier_id = tokens.supplier_id));
--> statement-breakpoint
create policy administrator_invites on mails for insert
  with check (viewer_kind() = 'administrator' and kind = 'invitation' and account_id = viewer_account() and exists (
    select from users where users.id = mails.user_id and users.account_id = viewer_account()
      and users.email = mails.recipient)
    and exists (
    select from accounts where accounts.id = viewer_account() and accounts.supplier_id = mails.supplier_id));
--> statement-breakpoint

-- Whoever sets somebody else's password can come in as that person. What the person had proven, and with it the way to
-- the person's other accounts, ends there.
create function guard_given_password() returns trigger
language plpgsql as $$
begin
  new.email_verified_at := null;
  new.person_id := null;
  return new;
end
$$;
--> statement-breakpoint
create trigger guard_given_password before update of password_hash on users
  for each row when (old.password_hash is distinct from new.password_hash
    and viewer_kind() = 'administrator' and new.id is distinct from viewer_user())
  execute function guard_given_password();
