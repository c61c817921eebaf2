-- A session that was reached by switching rests on every step between the user who signed in and the user it stands for.
-- What cuts a step in between changes neither of the two: so each request asks again whether the one still leads to the
-- other, as it asks for everything else. Other sessions pay nothing for it.

-- Who is reached from a user, itself among them: the users that auth_own_accounts lists, by the same steps.
create function auth_reached_users(p_user uuid) returns setof uuid
language sql stable set search_path = pg_catalog, public
begin atomic
  with recursive reachable as not materialized (
    select u.id, u.email, u.email_verified_at, u.person_id
    from users u join accounts a on a.id = u.account_id
    where u.status = 'active' and not u.must_change_password and u.role in ('administrator', 'member')
      and a.state <> 'closed'
  ), own as (
    select u.id, u.email, u.email_verified_at, u.person_id from reachable u where u.id = p_user
    union
    select u.id, u.email, u.email_verified_at, u.person_id
    from own o
    join reachable u on u.person_id = o.person_id
      or (u.email = o.email and u.email_verified_at is not null and o.email_verified_at is not null)
  )
  select id from own;
end;
--> statement-breakpoint
create or replace function auth_own_accounts(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, role text, stamp int, is_attached boolean, account_id uuid, customer_number text,
  company_name text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text, time_zone text
)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  with current_user_of as (
    select s.user_id
    from sessions s
    join users su on su.id = s.user_id and su.stamp = s.stamp
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
      and case when s.origin_user_id is null then true
        else s.user_id in (select auth_reached_users(s.origin_user_id)) end
  ), own as (
    select u.id, u.identifier, u.role, u.stamp, u.person_id, u.account_id
    from current_user_of c
    cross join lateral auth_reached_users(c.user_id) as r (id)
    join users u on u.id = r.id
  )
  select distinct on (a.id) u.id, u.identifier, u.role, u.stamp,
    exists (select from own t where t.person_id = u.person_id and t.id <> u.id), a.id, a.customer_number, c.name,
    p.id, p.slug, p.name, p.brand_color, p.time_zone
  from own u
  join accounts a on a.id = u.account_id
  join companies c on c.id = a.company_id
  join suppliers p on p.id = a.supplier_id
  order by a.id, u.id in (select user_id from current_user_of) desc, u.role = 'administrator' desc, u.id;
end;
--> statement-breakpoint
create or replace function auth_resume_session(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, user_name text, role text, locale text, history_months smallint,
  must_change_password boolean, account_id uuid, customer_number text, company_name text, company_siren text,
  preference text, channel text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text,
  time_zone text, retention_months smallint, previous_visit_at timestamptz, door_slug text, door_name text
)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update sessions s set last_seen_at = p_now
  where s.id = p_session and s.last_seen_at < p_now - interval '1 minute' and s.last_seen_at >= p_now - p_idle
    and s.ended_at is null and s.expires_at > p_now;
  return query
    select u.id, u.identifier, u.name, u.role, u.locale, u.history_months, u.must_change_password,
      a.id, a.customer_number, c.name, c.siren, a.preference, a.channel, p.id, p.slug, p.name, p.brand_color,
      p.time_zone, p.retention_months, s.previous_visit_at, d.slug, d.name
    from sessions s
    join users u on u.id = s.user_id and u.stamp = s.stamp and u.status = 'active'
    left join accounts a on a.id = u.account_id
    left join companies c on c.id = a.company_id
    left join suppliers p on p.id = coalesce(u.supplier_id, a.supplier_id)
    left join suppliers d on d.id = s.door_supplier_id
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
      and (a.id is null or a.state <> 'closed')
      and case when s.origin_user_id is null then true
        else s.user_id in (select auth_reached_users(s.origin_user_id)) end;
  if not found then
    -- Nothing that is proven later brings back a session whose way was cut.
    update sessions s set ended_at = s.last_seen_at
    where s.id = p_session and s.ended_at is null and s.origin_user_id is not null;
  end if;
end
$$;
--> statement-breakpoint
-- Anybody who types identifiers that nobody has leaves a counter for each. None counts longer than a day.
create function auth_sweep_attempts(p_now timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public
begin atomic
  with gone as (
    delete from throttle_counters
    where (scope, key_hash) in (
      select scope, key_hash from throttle_counters where window_started_at < p_now - interval '2 days' limit 50000)
    returning 1
  )
  select count(*) from gone;
end;
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function auth_reached_users(uuid) from public;
  alter function auth_reached_users(uuid) owner to efacture_auth;
  revoke all on function auth_sweep_attempts(timestamptz) from public;
  alter function auth_sweep_attempts(timestamptz) owner to efacture_auth;
  grant execute on function auth_sweep_attempts(timestamptz) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
