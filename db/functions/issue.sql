-- Creates API keys, API tokens and mailed links. No login may insert into their tables directly.
-- Guarantees: the settings that say who the viewer is are not trusted; they are compared with the table of users or
-- keys. A mailed link goes only to an address that is recorded for the user who can sign in with it. Each creation is
-- written to the journal. The caller gives the digest of the secret; the secret itself is never stored.

-- Whether the settings of the viewer are true: the table has an active user with this role at this account or supplier,
-- a key of this supplier that is not revoked, or an active operator. False for all other kinds of viewer.
create or replace function auth_is_viewer_real() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select case
    when viewer_kind() in ('administrator', 'member') then exists (
      select from users where id = viewer_user() and account_id = viewer_account() and role = viewer_kind() and status = 'active')
    when viewer_kind() in ('adviser', 'manager') then exists (
      select from users where id = viewer_user() and supplier_id = viewer_supplier() and role = viewer_kind() and status = 'active')
    when viewer_kind() = 'operator' then exists (
      select from users where id = viewer_user() and role = 'operator' and status = 'active')
    when viewer_kind() = 'supplier_key' then exists (
      select from supplier_keys where id = viewer_key() and supplier_id = viewer_supplier() and revoked_at is null)
    else false
  end;
end;

-- Whether no manager of this supplier has chosen a password yet: until then an operator may invite its first manager.
create or replace function auth_awaits_first_manager(p_supplier uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from suppliers where id = p_supplier) and not exists (
    select from users
    where supplier_id = p_supplier and role = 'manager' and (password_changed_at is not null or password_hash is not null));
end;

-- Whether this address is recorded for the account: as its notification address, as the next one (which waits for the
-- next invoice), or as the address of one of its users.
create or replace function auth_is_recorded_address(p_account uuid, p_address text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from accounts where id = p_account and p_address in (email, pending_email))
    or exists (select from users where account_id = p_account and email = p_address);
end;

-- Stores a link that is sent by mail to p_email, with which its reader chooses a password or attaches an identifier.
-- Raises error 42501 when the viewer may not create it. Who may create which link, for an active user, and for
-- a customer's user of an account that is not closed:
--   recovery     A visitor, for the address that they typed on the page of the supplier (on the page of operators: no
--                supplier); p_user is null. Also the supplier's staff, for one user of a customer, to that user's
--                address.
--   activation   The supplier's staff or keys, for an administrator of a customer, to the account's notification
--                address. With p_user null: for all administrators who have this address.
--   invitation   An administrator, for a user of the same account, to that user's address. Also, for a member of staff
--                who has not chosen a password yet, to that person's address: a manager of the same supplier, an
--                operator for a supplier's first manager (auth_awaits_first_manager), or background work (the command
--                line), which may also invite an operator (no supplier).
--   attachment   The user of a session (p_asking), for another user, to that user's proven address. When there is no
--                such other user, the caller creates a link to the asking user's own identifier and rolls it back: so
--                both cases take the same time, and the time does not show whether the user exists
--                (lib/persons/request-attachment.ts).
create or replace function issue_access_link(
  p_id uuid, p_purpose text, p_supplier uuid, p_user uuid, p_asking uuid, p_email text, p_hash bytea, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  is_allowed boolean := case p_purpose
    when 'recovery' then (viewer_kind() = 'recovery' and p_supplier is not distinct from viewer_named_supplier()
      and p_email = auth_named_email() and p_user is null)
      or (viewer_kind() in ('adviser', 'manager') and auth_is_viewer_real() and p_supplier = viewer_supplier() and exists (
        select from users u join accounts a on a.id = u.account_id
        where u.id = p_user and u.email = p_email and u.status = 'active'
          and a.supplier_id = p_supplier and a.state <> 'closed'))
    when 'activation' then viewer_kind() in ('adviser', 'manager', 'supplier_key') and auth_is_viewer_real()
      and p_supplier = viewer_supplier() and exists (
        select from users u join accounts a on a.id = u.account_id
        where (p_user is null or u.id = p_user) and u.role = 'administrator' and u.email = p_email and u.status = 'active'
          and a.supplier_id = p_supplier and a.email = p_email and a.state <> 'closed')
    when 'invitation' then (viewer_kind() = 'administrator' and auth_is_viewer_real() and exists (
        select from users u join accounts a on a.id = u.account_id
        where u.id = p_user and u.email = p_email and u.status = 'active'
          and a.id = viewer_account() and a.supplier_id = p_supplier and a.state <> 'closed'))
      or ((viewer_is_job() or (viewer_kind() = 'manager' and auth_is_viewer_real() and p_supplier = viewer_supplier())
          or (viewer_kind() = 'operator' and auth_is_viewer_real() and auth_awaits_first_manager(p_supplier)))
        and exists (
        select from users u
        where u.id = p_user and u.email = p_email and u.status = 'active' and u.account_id is null
          and u.supplier_id is not distinct from p_supplier and u.password_changed_at is null
          and (viewer_kind() <> 'operator' or u.role = 'manager')))
    when 'attachment' then viewer_kind() = 'person' and p_asking = auth_session_user() and (
      exists (
        select from auth_attachable_user(null, p_user) as other
        where other.email = p_email and other.supplier_id = p_supplier)
      or exists (select from users where id = p_user and id = p_asking and identifier = p_email))
  end;
begin
  if not coalesce(is_allowed, false) then
    raise exception 'this viewer may not create this link' using errcode = '42501';
  end if;
  insert into tokens (id, purpose, supplier_id, user_id, asking_user_id, email, token_hash, created_at)
  values (p_id, p_purpose, p_supplier, p_user, p_asking, p_email, p_hash, p_at);
  -- This event has no account: when the account's administrators are to see it, the calling operation writes another
  -- one. That of an attachment has no supplier either, because the supplier's staff must not learn who asked.
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, case when p_purpose <> 'attachment' then p_supplier end,
    case when viewer_kind() in ('recovery', 'person') then 'job' else viewer_kind() end, coalesce(viewer_user(), viewer_key()),
    'access_link_issued', p_id, jsonb_build_object('purpose', p_purpose));
end
$$;

-- Stores a key with which a supplier uses the API. Only a manager of that supplier may create one, or background work
-- (for the demo data); raises error 42501 for others.
-- With p_replaced the key replaces an active key of the same supplier, name and scopes, which was not replaced before:
-- that one then ends at p_replaced_ends_at, or earlier when it expires earlier. Raises error 42501 when there is no such
-- key.
create or replace function issue_supplier_key(
  p_id uuid, p_supplier uuid, p_name text, p_scopes text[], p_prefix text, p_hash bytea, p_at timestamptz,
  p_expires_at timestamptz, p_replaced uuid, p_replaced_ends_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  replaced_prefix text;
  replaced_end timestamptz;
begin
  if not coalesce(viewer_is_job()
    or (viewer_kind() = 'manager' and auth_is_viewer_real() and p_supplier = viewer_supplier()), false) then
    raise exception 'only a manager of the supplier may create its keys' using errcode = '42501';
  end if;
  if p_replaced is not null then
    update supplier_keys k set expires_at = least(k.expires_at, p_replaced_ends_at)
    where k.id = p_replaced and k.supplier_id = p_supplier and k.name = p_name and k.scopes = p_scopes
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_at)
      and not exists (select from supplier_keys other where other.replaced_key_id = k.id)
    returning k.prefix, k.expires_at into replaced_prefix, replaced_end;
    if not found then
      raise exception 'there is no active key to replace' using errcode = '42501';
    end if;
  end if;
  insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at, expires_at, replaced_key_id)
  values (p_id, p_supplier, p_name, p_scopes, p_prefix, p_hash, p_at, p_expires_at, p_replaced);
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, p_supplier, viewer_kind(), viewer_user(),
    case when p_replaced is null then 'supplier_key_issued' else 'supplier_key_rotated' end, p_id,
    jsonb_strip_nulls(jsonb_build_object('name', p_name, 'prefix', p_prefix, 'scopes', p_scopes,
      'expiresAt', p_expires_at, 'replacedPrefix', replaced_prefix, 'replacedEndsAt', replaced_end)));
end
$$;

-- Stores a token with which a customer reads invoices by the API. Only an administrator may create one, as their own,
-- or background work (for the demo data). Raises an error for others, and when the account is closed.
create or replace function issue_customer_token(
  p_id uuid, p_user uuid, p_name text, p_prefix text, p_hash bytea, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  account record;
begin
  if not coalesce(viewer_is_job()
    or (viewer_kind() = 'administrator' and auth_is_viewer_real() and p_user = viewer_user()), false) then
    raise exception 'only an administrator may create a token, as their own' using errcode = '42501';
  end if;
  select a.id, a.supplier_id into strict account
  from users u join accounts a on a.id = u.account_id
  where u.id = p_user and u.status = 'active' and a.state <> 'closed';
  insert into customer_tokens (id, supplier_id, account_id, user_id, name, prefix, token_hash, created_at)
  values (p_id, account.supplier_id, account.id, p_user, p_name, p_prefix, p_hash, p_at);
  insert into audit_events (id, at, account_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, account.id, viewer_kind(), viewer_user(), 'customer_token_issued', p_id,
    jsonb_build_object('name', p_name, 'prefix', p_prefix));
end
$$;

alter function auth_is_viewer_real() owner to efacture_auth;
alter function auth_awaits_first_manager(uuid) owner to efacture_auth;
alter function auth_is_recorded_address(uuid, text) owner to efacture_auth;
alter function issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz) owner to efacture_auth;
alter function issue_supplier_key(uuid, uuid, text, text[], text, bytea, timestamptz, timestamptz, uuid, timestamptz) owner to efacture_auth;
alter function issue_customer_token(uuid, uuid, text, text, bytea, timestamptz) owner to efacture_auth;
revoke all on function
  auth_is_viewer_real(),
  auth_awaits_first_manager(uuid),
  auth_is_recorded_address(uuid, text),
  issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz),
  issue_supplier_key(uuid, uuid, text, text[], text, bytea, timestamptz, timestamptz, uuid, timestamptz),
  issue_customer_token(uuid, uuid, text, text, bytea, timestamptz)
from public;
grant execute on function
  auth_awaits_first_manager(uuid),
  auth_is_recorded_address(uuid, text),
  issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz),
  issue_supplier_key(uuid, uuid, text, text[], text, bytea, timestamptz, timestamptz, uuid, timestamptz),
  issue_customer_token(uuid, uuid, text, text, bytea, timestamptz)
to efacture_app;
