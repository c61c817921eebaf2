-- Keys, tokens and mailed links are made here and nowhere else: no login may insert into these tables.
-- Guarantees: who asks is checked in the table of users or keys and not only in the viewer's settings; a mailed link goes to
-- an address that is recorded for the user it opens; the journal says who made what.

-- Whether the viewer is what its settings say: an active user with this role at this account or supplier, or a key of this
-- supplier that is not revoked.
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

-- Whether this address is recorded for the account: its own, a waiting one, or that of one of its users.
create or replace function auth_is_recorded_address(p_account uuid, p_address text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from accounts where id = p_account and p_address in (email, pending_email))
    or exists (select from users where account_id = p_account and email = p_address);
end;

-- The link of a mail with which its reader chooses a password or attaches an identifier. Who may make which:
--   recovery     a visitor who typed this address at this supplier, or without one as an operator; it names no user. Or the
--                supplier's staff, for one active user of its customer, at that user's recorded address
--   activation   the supplier, for an administrator of its customer, at that user's recorded address; without a user, for
--                all that this address administers
--   invitation   an administrator, for a colleague of the same account, at that user's recorded address
--   attachment   the user of a session, at the proven address of the other user. Where there is none, the same work is done
--                with the asking user's own identifier, and undone (lib/persons/request-attachment.ts)
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
  -- Without an account: what the account's journal tells of it is written by the operation. Of an attachment neither the
  -- supplier nor the account may learn who asked.
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, case when p_purpose <> 'attachment' then p_supplier end,
    case when viewer_kind() in ('recovery', 'person') then 'job' else viewer_kind() end, coalesce(viewer_user(), viewer_key()),
    'access_link_issued', p_id, jsonb_build_object('purpose', p_purpose));
end
$$;

-- A supplier's key to the API: made by a manager of that supplier, or with the demo data.
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

-- A customer's read-only token of the API: made by an administrator for themselves, or with the demo data.
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
