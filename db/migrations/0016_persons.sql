-- One person, several accounts. A session opened by switching remembers whose sign-in it goes back to.
alter table sessions add column origin_user_id uuid
  constraint sessions_origin_user_id_users_id_fk references users (id);
--> statement-breakpoint
create index sessions_origin on sessions (origin_user_id) where ended_at is null and origin_user_id is not null;
--> statement-breakpoint

-- What proves a person is written by the job that saw the proof, and dies with what it was about: an attachment with the
-- address, the password that was shown for it and the user's access; the address's own proof with the address, and with a
-- password that somebody else set, for then somebody else can sign in.
create or replace function guard_proof() returns trigger
language plpgsql as $$
begin
  if coalesce(viewer_kind(), '') not in ('', 'job') and (
    (new.email_verified_at is not null and new.email_verified_at is distinct from old.email_verified_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
  ) then
    raise exception 'a proof is written by the job that saw it' using errcode = '42501';
  end if;
  if new.email is distinct from old.email then
    new.person_id := null;
    if new.email_verified_at is not distinct from old.email_verified_at then
      new.email_verified_at := null;
    end if;
  end if;
  if new.status <> 'active' then
    new.person_id := null;
  end if;
  if new.password_hash is distinct from old.password_hash then
    new.person_id := null;
    if coalesce(viewer_kind(), '') not in ('', 'job') and new.id is distinct from viewer_user() then
      new.email_verified_at := null;
    end if;
  end if;
  return new;
end
$$;
--> statement-breakpoint
drop trigger guard_proof on users;
--> statement-breakpoint
-- What it did for administrators, guard_proof now does for everybody.
drop trigger guard_given_password on users;
--> statement-breakpoint
drop function guard_given_password();
--> statement-breakpoint
create function refuse_unseen_proof() returns trigger
language plpgsql as $$
begin
  raise exception 'a proof is written by the job that saw it' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger refuse_unseen_proof before insert on users
  for each row when (coalesce(viewer_kind(), '') not in ('', 'job')
    and (new.email_verified_at is not null or new.person_id is not null))
  execute function refuse_unseen_proof();
--> statement-breakpoint
create trigger guard_proof before update of email, email_verified_at, person_id, password_hash, status on users
  for each row execute function guard_proof();
--> statement-breakpoint

-- Sessions that crossed from one user to another end with the proof that let them cross, and with the sign-in behind them.
create function end_crossed_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  -- Another stamp ends the user's own sessions by itself, but for the one in which they chose their new password.
  update sessions set ended_at = last_seen_at
  where ended_at is null and origin_user_id is not null
    and (origin_user_id = new.id or (user_id = new.id and new.stamp = old.stamp));
  return null;
end
$$;
--> statement-breakpoint
create trigger end_crossed_sessions after update on users
  for each row when (old.stamp <> new.stamp or old.status <> new.status
    or (old.person_id is not null and new.person_id is null)
    or (old.email_verified_at is not null and new.email_verified_at is null))
  execute function end_crossed_sessions();
--> statement-breakpoint

-- The accounts of the person behind a session that is still good (as auth_resume_session asks it): those of users with the
-- same proven address, and of users attached to each other, however many steps apart. A user that is disabled, must replace
-- a password first, is staff, or whose account is closed, is not reached and leads nowhere. One user per account.
grant select (email, email_verified_at, person_id) on users to efacture_auth;
--> statement-breakpoint
create function auth_own_accounts(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, role text, stamp int, is_attached boolean, account_id uuid, customer_number text,
  company_name text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text, time_zone text
)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  with recursive reachable as not materialized (
    select u.id, u.email, u.email_verified_at, u.person_id
    from users u join accounts a on a.id = u.account_id
    where u.status = 'active' and not u.must_change_password and u.role in ('administrator', 'member')
      and a.state <> 'closed'
  ), own as (
    select u.id, u.email, u.email_verified_at, u.person_id
    from sessions s
    join users su on su.id = s.user_id and su.stamp = s.stamp
    join reachable u on u.id = su.id
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
    union
    select u.id, u.email, u.email_verified_at, u.person_id
    from own o
    join reachable u on u.person_id = o.person_id
      or (u.email = o.email and u.email_verified_at is not null and o.email_verified_at is not null)
  ), current_user_of as (
    select s.user_id from sessions s where s.id = p_session
  )
  select distinct on (a.id) u.id, u.identifier, u.role, u.stamp,
    exists (select from own t where t.person_id = u.person_id and t.id <> u.id), a.id, a.customer_number, c.name,
    p.id, p.slug, p.name, p.brand_color, p.time_zone
  from own o
  join users u on u.id = o.id
  join accounts a on a.id = u.account_id
  join companies c on c.id = a.company_id
  join suppliers p on p.id = a.supplier_id
  order by a.id, u.id in (select user_id from current_user_of) desc, u.role = 'administrator' desc, u.id;
end;
--> statement-breakpoint
do $$
declare
  f text;
begin
  grant create on schema public to efacture_auth;
  foreach f in array array['auth_own_accounts(uuid, timestamptz, interval)', 'end_crossed_sessions()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to efacture_auth', f);
  end loop;
  grant execute on function auth_own_accounts(uuid, timestamptz, interval) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
