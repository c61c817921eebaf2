-- Second factors and their recovery codes (docs/decisions/0034-second-factor.md).
-- Guarantees: only auth_waiting_session finds a session whose second factor was not given yet, or that is locked. The
-- code of one time step, and a recovery code, can be used once, however many requests try at the same moment. The
-- application's login reads and writes the tables through these functions only, and it encrypts secrets before it calls
-- them.

-- After this time without activity, staff must give a code again. Equal to STAFF_IDLE_MINUTES
-- (lib/session-lifetime.ts).
create or replace function auth_staff_idle() returns interval
language sql immutable parallel safe
return interval '15 minutes';

-- Returns the state of a session, and what the page that asks for the code shows. No row when the session is over, or
-- when the user is staff of a suspended supplier.
-- States:
--   open     no code is needed
--   enrol    the user is a member of staff and has no second factor yet
--   code     the user has a second factor, and its code was not given in this session
--   locked   the user is a member of staff and was without activity for auth_staff_idle. The session stays locked until
--            a code is given or its eight hours are over
create or replace function auth_waiting_session(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  state text, user_id uuid, identifier text, role text, locale text, stamp int, account_id uuid, supplier_id uuid,
  supplier_slug text, supplier_name text, brand_color text, device_hash bytea, locks_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with found as (
    select case
        when f.user_id is null and u.account_id is null then 'enrol'
        when f.user_id is not null and u.id <> all (s.factor_user_ids) then 'code'
        when u.account_id is null and s.last_seen_at < p_now - auth_staff_idle() then 'locked'
        else 'open' end as state,
      u.id as user_id, u.identifier, u.role, u.locale, u.stamp, u.account_id, p.id as supplier_id, p.slug, p.name,
      p.brand_color, s.device_hash, s.last_seen_at
    from sessions s
    join users u on u.id = s.user_id and u.stamp = s.stamp and u.status = 'active'
    left join accounts a on a.id = u.account_id
    left join suppliers p on p.id = coalesce(u.supplier_id, a.supplier_id)
    left join second_factors f on f.user_id = u.id
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and (a.id is null or a.state <> 'closed')
      and (a.id is not null or p.suspended_at is null)
  )
  select state, user_id, identifier, role, locale, stamp, account_id, supplier_id, slug, name, brand_color, device_hash,
    last_seen_at + auth_staff_idle()
  from found
  where state = 'locked' or last_seen_at >= p_now - p_idle;
end;

-- Returns the encrypted secret of a user's second factor, the time steps whose codes were used lately, and how many
-- recovery codes are left. No row without a second factor.
create or replace function auth_second_factor(p_user uuid)
returns table (sealed_secret text, sealed_for uuid, used_steps bigint[], is_demo boolean, enrolled_at timestamptz, codes_left bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select f.sealed_secret, f.sealed_for, f.used_steps, f.is_demo, f.enrolled_at,
    (select count(*) from recovery_codes c where c.user_id = f.user_id and c.used_at is null)
  from second_factors f where f.user_id = p_user;
end;

-- Marks the code of one time step as used. Returns true for the first caller only, so that a code works once. Stores
-- the secret again as p_sealed (encrypted with the newest key), and forgets steps that are too old to be accepted
-- again.
create or replace function auth_use_factor_step(p_user uuid, p_step bigint, p_sealed text) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with used as (
    update second_factors set sealed_secret = p_sealed,
      used_steps = array(select step from unnest(used_steps) as step where step > p_step - 4) || p_step
    where user_id = p_user and p_step <> all (used_steps)
    returning 1
  )
  select exists (select from used);
end;

-- Marks a recovery code of the user as used. Returns true for the first caller only; false for an unknown or used code.
create or replace function auth_use_recovery_code(p_user uuid, p_hash bytea, p_now timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with used as (
    update recovery_codes set used_at = p_now where user_id = p_user and code_hash = p_hash and used_at is null
    returning 1
  )
  select exists (select from used);
end;

-- Records that the user of this session has just given the code of their second factor: from now on the session is
-- open. Its id becomes p_new_id: a new id at sign-in (OWASP ASVS 5.0, 7.2.4), the same id for a locked screen. Returns
-- false and changes nothing when the session is over or belongs to another user, or when the user has no second factor.
create or replace function auth_pass_second_factor(
  p_session uuid, p_new_id uuid, p_user uuid, p_stamp int, p_now timestamptz
) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with passed as (
    update sessions set id = p_new_id, last_seen_at = p_now, proven_at = p_now,
      factor_user_ids = array_remove(factor_user_ids, p_user) || p_user
    where id = p_session and user_id = p_user and stamp = p_stamp and ended_at is null and expires_at > p_now
      and exists (select from second_factors f where f.user_id = p_user)
    returning 1
  )
  select exists (select from passed);
end;

-- Records that the code of another user, who is being attached, was given in this session. The session may then switch
-- to that user too (db/functions/persons.sql).
create or replace function auth_note_factor(p_session uuid, p_user uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update sessions set factor_user_ids = array_remove(factor_user_ids, p_user) || p_user
  where id = p_session and ended_at is null;
end;

-- Stores a second factor for the user of this session. With the code of the time step p_step the user has shown that
-- their application has the secret; that code counts as used. Returns false and stores nothing when the session is over
-- or the user has a second factor already.
create or replace function auth_enrol_second_factor(
  p_session uuid, p_user uuid, p_sealed text, p_step bigint, p_hashes bytea[], p_now timestamptz
) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform from sessions where id = p_session and user_id = p_user and ended_at is null and expires_at > p_now for update;
  if not found then
    return false;
  end if;
  insert into second_factors (user_id, sealed_secret, sealed_for, used_steps, enrolled_at)
  values (p_user, p_sealed, p_user, array[p_step], p_now) on conflict (user_id) do nothing;
  if not found then
    return false;
  end if;
  insert into recovery_codes (user_id, code_hash) select p_user, hash from unnest(p_hashes) as hash;
  update sessions set factor_user_ids = array_remove(factor_user_ids, p_user) || p_user, last_seen_at = p_now,
    proven_at = p_now
  where id = p_session;
  return true;
end
$$;

-- Replaces the recovery codes of the user of this session. Returns false and replaces nothing when the session is over
-- or the second factor was not given in it.
create or replace function auth_renew_recovery_codes(
  p_session uuid, p_user uuid, p_hashes bytea[], p_now timestamptz
) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform from sessions s join second_factors f on f.user_id = s.user_id
  where s.id = p_session and s.user_id = p_user and p_user = any (s.factor_user_ids) and s.ended_at is null
    and s.expires_at > p_now
  for update;
  if not found then
    return false;
  end if;
  delete from recovery_codes where user_id = p_user;
  insert into recovery_codes (user_id, code_hash) select p_user, hash from unnest(p_hashes) as hash;
  return true;
end
$$;

-- Removes a user's second factor. Who may:
--   - a customer's user: their own;
--   - a manager: that of other staff, and of customers, of the same supplier;
--   - an operator: that of staff, and of other operators;
--   - the command line (viewer job): that of anybody.
-- When somebody else removes it, all sessions of the user end. Returns false when the viewer may not remove it, or the
-- user has none.
create or replace function auth_remove_second_factor(p_user uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  is_own boolean := p_user = viewer_user() and viewer_kind() in ('administrator', 'member') and auth_is_viewer_real();
begin
  if not coalesce(is_own or viewer_is_job() or (p_user is distinct from viewer_user() and exists (
    select from users u left join accounts a on a.id = u.account_id
    where u.id = p_user and case viewer_kind()
      when 'manager' then coalesce(u.supplier_id, a.supplier_id) = viewer_supplier() and auth_is_viewer_real()
      when 'operator' then u.account_id is null and exists (
        select from users o where o.id = viewer_user() and o.role = 'operator' and o.status = 'active')
      else false end
  )), false) then
    return false;
  end if;
  delete from second_factors where user_id = p_user;
  if not found then
    return false;
  end if;
  if not coalesce(is_own, false) then
    update users set stamp = stamp + 1 where id = p_user;
  end if;
  return true;
end
$$;

alter function auth_waiting_session(uuid, timestamptz, interval) owner to efacture_auth;
alter function auth_second_factor(uuid) owner to efacture_auth;
alter function auth_use_factor_step(uuid, bigint, text) owner to efacture_auth;
alter function auth_use_recovery_code(uuid, bytea, timestamptz) owner to efacture_auth;
alter function auth_pass_second_factor(uuid, uuid, uuid, int, timestamptz) owner to efacture_auth;
alter function auth_note_factor(uuid, uuid) owner to efacture_auth;
alter function auth_enrol_second_factor(uuid, uuid, text, bigint, bytea[], timestamptz) owner to efacture_auth;
alter function auth_renew_recovery_codes(uuid, uuid, bytea[], timestamptz) owner to efacture_auth;
alter function auth_remove_second_factor(uuid) owner to efacture_auth;
revoke all on function
  auth_waiting_session(uuid, timestamptz, interval),
  auth_second_factor(uuid),
  auth_use_factor_step(uuid, bigint, text),
  auth_use_recovery_code(uuid, bytea, timestamptz),
  auth_pass_second_factor(uuid, uuid, uuid, int, timestamptz),
  auth_note_factor(uuid, uuid),
  auth_enrol_second_factor(uuid, uuid, text, bigint, bytea[], timestamptz),
  auth_renew_recovery_codes(uuid, uuid, bytea[], timestamptz),
  auth_remove_second_factor(uuid)
from public;
grant execute on function
  auth_waiting_session(uuid, timestamptz, interval),
  auth_second_factor(uuid),
  auth_use_factor_step(uuid, bigint, text),
  auth_use_recovery_code(uuid, bytea, timestamptz),
  auth_pass_second_factor(uuid, uuid, uuid, int, timestamptz),
  auth_note_factor(uuid, uuid),
  auth_enrol_second_factor(uuid, uuid, text, bigint, bytea[], timestamptz),
  auth_renew_recovery_codes(uuid, uuid, bytea[], timestamptz),
  auth_remove_second_factor(uuid)
to efacture_app;
