-- One person with several identifiers (users), each of its own account (docs/decisions/0018-persons.md).
-- Guarantees: which other users a session may switch to is computed here from the session itself, never from a user id
-- that the caller gives.

-- Returns all users that belong to the same person as p_user, and p_user itself. Two users are linked when they have
-- the same proven address, or when one was attached to the other (person_id). Users who are linked through other users
-- are returned too. Not returned, and their links not followed: users who are disabled, who must change their password
-- first, who are staff, or whose account is closed. Also users with a second factor whose code was not given: p_given
-- lists the users whose code was given; when it is null, codes are not checked. For p_user itself no code is needed.
-- Only other functions of efacture_auth call this one.
create or replace function auth_reached_with_factors(p_user uuid, p_given uuid[]) returns setof uuid
language sql stable set search_path = pg_catalog, public, pg_temp
begin atomic
  with recursive reachable as not materialized (
    select u.id, u.email, u.email_verified_at, u.person_id
    from users u join accounts a on a.id = u.account_id
    where u.status = 'active' and not u.must_change_password and u.role in ('administrator', 'member')
      and a.state <> 'closed'
      and (p_given is null or u.id = p_user or u.id = any (p_given)
        or not exists (select from second_factors f where f.user_id = u.id))
  ), same_person as (
    select u.id, u.email, u.email_verified_at, u.person_id from reachable u where u.id = p_user
    union
    select u.id, u.email, u.email_verified_at, u.person_id
    from same_person o
    join reachable u on u.person_id = o.person_id
      or (u.email = o.email and u.email_verified_at is not null and o.email_verified_at is not null)
  )
  select id from same_person;
end;

-- The same, but codes are not checked: returns all users of the person.
create or replace function auth_reached_users(p_user uuid) returns setof uuid
language sql stable set search_path = pg_catalog, public, pg_temp
begin atomic
  select auth_reached_with_factors(p_user, null);
end;

-- Returns the accounts that the person of a session may open, with one user for each: the user of the session in its
-- own account, elsewhere preferably an administrator. No rows when the session is not valid, or when it was reached by
-- switching and its user no longer belongs to the same person as the user who signed in.
create or replace function auth_own_accounts(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, role text, stamp int, is_attached boolean, account_id uuid, customer_number text,
  company_name text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text, time_zone text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with valid_session as (
    select s.user_id, s.factor_user_ids
    from sessions s
    join users su on su.id = s.user_id and su.stamp = s.stamp
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
      and case when s.origin_user_id is null then true
        else s.user_id in (select auth_reached_with_factors(s.origin_user_id, s.factor_user_ids)) end
  ), same_person as (
    select u.id, u.identifier, u.role, u.stamp, u.person_id, u.account_id
    from valid_session c
    cross join lateral auth_reached_with_factors(c.user_id, c.factor_user_ids) as r (id)
    join users u on u.id = r.id
  )
  select distinct on (a.id) u.id, u.identifier, u.role, u.stamp,
    exists (select from same_person t where t.person_id = u.person_id and t.id <> u.id), a.id, a.customer_number,
    coalesce(a.company_name, c.name), p.id, p.slug, p.name, p.brand_color, p.time_zone
  from same_person u
  join accounts a on a.id = u.account_id
  join companies c on c.id = a.company_id
  join suppliers p on p.id = a.supplier_id
  order by a.id, u.id in (select user_id from valid_session) desc, u.role = 'administrator' desc, u.id;
end;

-- Returns the user of the session of a viewer of kind person. It does not check that the session is still valid,
-- because switching ends it before the last step; each operation calls auth_own_accounts first, which checks it.
create or replace function auth_session_user() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select user_id from sessions where id = viewer_session();
end;

-- Returns the users whose rows a viewer of kind person may work with:
--   - the user of its session, and all users of the same person;
--   - the user who signed in, if the session was reached by switching;
--   - the other user: the one whose id the viewer gives, or the one whom the viewer's attachment link would attach, if
--     the user of the session asked for that link;
--   - all users attached to one of these.
create or replace function auth_person_users() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with named as (
    select u.id, u.person_id
    from sessions s
    left join tokens t on t.purpose = 'attachment' and t.asking_user_id = s.user_id
      and t.token_hash = decode(current_setting('app.token_hash', true), 'hex')
    join users u on u.id in (s.user_id, s.origin_user_id, t.user_id, viewer_other_user())
    where s.id = viewer_session()
  )
  select id from named
  union
  select u.id from users u where u.person_id in (select person_id from named)
  union
  select auth_reached_users(s.user_id) from sessions s where s.id = viewer_session();
end;

-- Returns the identifiers and addresses of the same users, for the mails about an identifier that was attached or
-- detached.
create or replace function auth_person_identities()
returns table (
  user_id uuid, identifier text, email text, is_proven boolean, locale text, account_id uuid, customer_number text,
  company_name text, supplier_id uuid
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.identifier, u.email, u.email_verified_at is not null, u.locale, a.id, a.customer_number,
    coalesce(a.company_name, c.name), a.supplier_id
  from users u join accounts a on a.id = u.account_id join companies c on c.id = a.company_id
  where u.id in (select auth_person_users());
end;

-- Returns the user with this identifier or id, if a mailed link may attach it: an active user of an account that is not
-- closed, who has chosen a password and has a proven address. An address without proof may have been typed by somebody
-- else.
create or replace function auth_attachable_user(p_identifier text, p_user uuid)
returns table (
  user_id uuid, stamp int, identifier text, email text, locale text, account_id uuid, customer_number text,
  company_name text, supplier_id uuid, supplier_name text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.stamp, u.identifier, u.email, u.locale, a.id, a.customer_number,
    coalesce(a.company_name, c.name), s.id, s.name
  from users u
  join accounts a on a.id = u.account_id
  join companies c on c.id = a.company_id
  join suppliers s on s.id = a.supplier_id
  where (u.identifier = p_identifier or u.id = p_user) and u.status = 'active' and not u.must_change_password
    and u.email is not null and u.email_verified_at is not null and a.state <> 'closed'
    -- Opening a link asks for no code, so a user with a second factor is attached by password and code instead.
    and not exists (select from second_factors f where f.user_id = u.id);
end;

-- Returns the attachment link with this digest, also a used or expired one, and the user who asked for it.
create or replace function auth_attachment(p_hash bytea)
returns table (
  email text, user_id uuid, asking_user_id uuid, asking_identifier text, created_at timestamptz, expires_at timestamptz,
  consumed_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select t.email, t.user_id, t.asking_user_id, u.identifier, t.created_at, t.expires_at, t.consumed_at
  from tokens t join users u on u.id = t.asking_user_id
  where t.token_hash = p_hash and t.purpose = 'attachment';
end;

alter function auth_reached_with_factors(uuid, uuid[]) owner to efacture_auth;
alter function auth_reached_users(uuid) owner to efacture_auth;
alter function auth_own_accounts(uuid, timestamptz, interval) owner to efacture_auth;
alter function auth_session_user() owner to efacture_auth;
alter function auth_person_users() owner to efacture_auth;
alter function auth_person_identities() owner to efacture_auth;
alter function auth_attachable_user(text, uuid) owner to efacture_auth;
alter function auth_attachment(bytea) owner to efacture_auth;
revoke all on function
  auth_reached_with_factors(uuid, uuid[]), auth_reached_users(uuid), auth_own_accounts(uuid, timestamptz, interval),
  auth_session_user(), auth_person_users(),
  auth_person_identities(), auth_attachable_user(text, uuid), auth_attachment(bytea)
from public;
grant execute on function
  auth_own_accounts(uuid, timestamptz, interval), auth_session_user(), auth_person_users(),
  auth_person_identities(), auth_attachable_user(text, uuid), auth_attachment(bytea)
to efacture_app;
