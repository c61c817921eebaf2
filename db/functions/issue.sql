-- Creates API keys, API tokens and mailed links. No login may insert into their tables directly.
-- Guarantees: the viewer's settings are not trusted; they are compared with the table of users or keys. A mailed link goes
-- only to an address that is recorded for the user whom it lets in. Each creation is written to the journal. The caller
-- gives the digest of the secret; the secret itself is never stored.

-- Whether the viewer's settings are true: the table has an active user with this role at this account or supplier, or a key
-- of this supplier that is not revoked. False for all other kinds of viewer.
create or replace function auth_is_viewer_real() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select case
    when viewer_kind() in ('administrator', 'member') then exists (
      select from users where id = viewer_user() and account_id = viewer_account() and role = viewer_kind() and status = 'active')
    when viewer_kind() in ('adviser', 'manager') then exists (
      select from users where id = viewer_user() and supplier_id = viewer_supplier() and role = viewer_kind() and status = 'active')
    when viewer_kind() = 'supplier_key' then exists (
      select from supplier_keys where id = viewer_key() and supplier_id = viewer_supplier() and revoked_at is null)
    else false
  end;
end;

-- Whether this address is recorded for the account: as its notification address, as one that waits for the next invoice, or
-- as that of one of its users.
create or replace function auth_is_recorded_address(p_account uuid, p_address text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from accounts where id = p_account and p_address in (email, pending_email))
    or exists (select from users where account_id = p_account and email = p_address);
end;

-- Stores a link that is sent by mail, with which its reader chooses a password or attaches an identifier. Raises an error
-- (42501) when the viewer may not. Who may create which, for an active user of an open account:
--   recovery     a visitor, for the address they typed on the page of this supplier (of operators: no supplier). The link
--                then names no user. Or staff of the supplier, for one user of a customer, at that user's address
--   activation   staff or a key of the supplier, for an administrator of a customer, at the account's notification address.
--                Without p_user: for every account that this address administers
--   invitation   an administrator, for a colleague of the same account, at that user's address
--   attachment   the user of a session (p_asking), at the proven address of the other user. When no such user exists, the
--                caller does the same work with the asking user's own identifier and undoes it, so that the time taken does
--                not show it (lib/persons/request-attachment.ts)
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
    when 'invitation' then viewer_kind() = 'administrator' and auth_is_viewer_real() and exists (
        select from users u join accounts a on a.id = u.account_id
        where u.id = p_user and u.email = p_email and u.status = 'active'
          and a.id = viewer_account() and a.supplier_id = p_supplier and a.state <> 'closed')
    when 'attachment' then viewer_kind() = 'person' and p_asking = auth_session_user() and (
      exists (
        select from auth_attachable_user(null, p_user) as other
        where other.email = p_email and other.supplier_id = p_supplier)
      or exists (select from users where id = p_user and id = p_asking and identifier = p_email))
  end;
begin
  if not coalesce(is_allowed, false) then
    raise exception 'this viewer makes no such link' using errcode = '42501';
  end if;
  insert into tokens (id, purpose, supplier_id, user_id, asking_user_id, email, token_hash, created_at)
  values (p_id, p_purpose, p_supplier, p_user, p_asking, p_email, p_hash, p_at);
  -- This entry names no account; the operation that called writes one for the account's journal, if it has something to
  -- tell. For an attachment it names no supplier either, because nobody there may learn who asked.
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, case when p_purpose <> 'attachment' then p_supplier end,
    case when viewer_kind() in ('recovery', 'person') then 'job' else viewer_kind() end, coalesce(viewer_user(), viewer_key()),
    'access_link_issued', p_id, jsonb_build_object('purpose', p_purpose));
end
$$;

-- Stores a key with which a supplier uses the API. Only a manager of that supplier may, or background work (demo data);
-- for others it raises an error (42501).
create or replace function issue_supplier_key(
  p_id uuid, p_supplier uuid, p_name text, p_prefix text, p_hash bytea, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(viewer_is_job()
    or (viewer_kind() = 'manager' and auth_is_viewer_real() and p_supplier = viewer_supplier()), false) then
    raise exception 'a key is made by a manager of its supplier' using errcode = '42501';
  end if;
  insert into supplier_keys (id, supplier_id, name, prefix, key_hash, created_at)
  values (p_id, p_supplier, p_name, p_prefix, p_hash, p_at);
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, p_supplier, viewer_kind(), viewer_user(), 'supplier_key_issued', p_id,
    jsonb_build_object('name', p_name, 'prefix', p_prefix));
end
$$;

-- Stores a token with which a customer reads by the API. Only an administrator may, for themselves, or background work (demo
-- data); for others, and for a closed account, it raises an error.
create or replace function issue_customer_token(
  p_id uuid, p_user uuid, p_name text, p_prefix text, p_hash bytea, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  place record;
begin
  if not coalesce(viewer_is_job()
    or (viewer_kind() = 'administrator' and auth_is_viewer_real() and p_user = viewer_user()), false) then
    raise exception 'a token is made by an administrator, for themselves' using errcode = '42501';
  end if;
  select a.id, a.supplier_id into strict place
  from users u join accounts a on a.id = u.account_id
  where u.id = p_user and u.status = 'active' and a.state <> 'closed';
  insert into customer_tokens (id, supplier_id, account_id, user_id, name, prefix, token_hash, created_at)
  values (p_id, place.supplier_id, place.id, p_user, p_name, p_prefix, p_hash, p_at);
  insert into audit_events (id, at, account_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, place.id, viewer_kind(), viewer_user(), 'customer_token_issued', p_id,
    jsonb_build_object('name', p_name, 'prefix', p_prefix));
end
$$;

alter function auth_is_viewer_real() owner to efacture_auth;
alter function auth_is_recorded_address(uuid, text) owner to efacture_auth;
alter function issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz) owner to efacture_auth;
alter function issue_supplier_key(uuid, uuid, text, text, bytea, timestamptz) owner to efacture_auth;
alter function issue_customer_token(uuid, uuid, text, text, bytea, timestamptz) owner to efacture_auth;
revoke all on function
  auth_is_viewer_real(),
  auth_is_recorded_address(uuid, text),
  issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz),
  issue_supplier_key(uuid, uuid, text, text, bytea, timestamptz),
  issue_customer_token(uuid, uuid, text, text, bytea, timestamptz)
from public;
grant execute on function
  auth_is_recorded_address(uuid, text),
  issue_access_link(uuid, text, uuid, uuid, uuid, text, bytea, timestamptz),
  issue_supplier_key(uuid, uuid, text, text, bytea, timestamptz),
  issue_customer_token(uuid, uuid, text, text, bytea, timestamptz)
to efacture_app;
