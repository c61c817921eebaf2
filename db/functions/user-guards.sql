-- What row-level security cannot say of users, because it knows rows and not columns. Triggers on `users`.
-- Guarantees: nobody raises their own role; an account keeps an administrator; a supplier ends access and changes nothing
-- else of its customers' users; what proves a person is written by the portal that saw the proof, and by nobody else.
-- Where no viewer is set, only the owner of the tables passes (viewer_is_owner).
-- PostgreSQL fires triggers by name: confine_… compare rows before guard_proof changes them.

-- Nobody changes their own role or state, whatever the application asks for.
create or replace function forbid_self_promotion() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if viewer_is_owner() or viewer_is_job() or (
    viewer_kind() in ('administrator', 'adviser', 'manager', 'supplier_key') and new.id is distinct from viewer_user()
  ) then
    return new;
  end if;
  raise exception 'role and state of a user are changed by an administrator, the supplier or a job' using errcode = '42501';
end
$$;

create trigger forbid_self_promotion before update of role, status on users
  for each row when (old.role is distinct from new.role or old.status is distinct from new.status)
  execute function forbid_self_promotion();

-- A supplier's staff and keys end, keep or lower the access of their customers' users (R21). What proves a person,
-- password and address, stays that person's own.
create or replace function confine_supplier_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(new) - array['role', 'status', 'stamp'] is distinct from to_jsonb(old) - array['role', 'status', 'stamp']
    or new.stamp < old.stamp then
    raise exception 'a supplier changes only role, state and stamp of a customer''s user' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger confine_supplier_changes before update on users
  for each row when (viewer_kind() in ('adviser', 'manager', 'supplier_key') and new.id is distinct from viewer_user())
  execute function confine_supplier_changes();

-- The holder of a mailed link sets a password and nothing else; a person attaches and detaches users, and switching notes
-- the visit.
create or replace function confine_named_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  allowed text[] := case viewer_kind()
    when 'token_holder' then array['password_hash', 'password_changed_at', 'email_verified_at', 'must_change_password',
      'default_password_expires_at', 'stamp']
    when 'person' then array['person_id', 'last_sign_in_at']
  end;
begin
  if to_jsonb(new) - allowed is distinct from to_jsonb(old) - allowed or new.stamp < old.stamp then
    raise exception 'a % changes nothing else of a user', viewer_kind() using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger confine_named_changes before update on users
  for each row when (viewer_kind() in ('token_holder', 'person'))
  execute function confine_named_changes();

-- The last active administrator of an account cannot be removed. Checked at commit, so that a successor may come in the
-- same transaction. Removals of one account wait for each other, so that two cannot each rely on the other's administrator.
create or replace function keep_an_administrator() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if viewer_is_owner() then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('administrators of ' || old.account_id, 0));
  if not exists (
    select from users where account_id = old.account_id and role = 'administrator' and status = 'active'
  ) and exists (select from accounts where id = old.account_id and state <> 'closed') then
    raise exception 'an account keeps an active administrator' using errcode = '23514';
  end if;
  return null;
end
$$;

create constraint trigger keep_an_administrator after update on users deferrable initially deferred
  for each row when (old.role = 'administrator' and old.status = 'active'
    and (new.role <> 'administrator' or new.status <> 'active'))
  execute function keep_an_administrator();

-- What proves a person ends with what it was about. The attachment to other identifiers ends with the address, the
-- password that was shown for it, and the user's access. The proof of the address ends with the address, and with a
-- password that somebody else set, for then somebody else can sign in.
create or replace function guard_proof() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_allowed boolean := viewer_is_owner() or viewer_is_job();
begin
  -- confine_named_changes says which of the two a token holder and a person may write.
  if not is_allowed and coalesce(viewer_kind(), '') not in ('token_holder', 'person') and (
    (new.email_verified_at is not null and new.email_verified_at is distinct from old.email_verified_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
  ) then
    raise exception 'only the portal itself writes what proves a person' using errcode = '42501';
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
    if not is_allowed and coalesce(viewer_kind(), '') <> 'token_holder' and new.id is distinct from viewer_user() then
      new.email_verified_at := null;
    end if;
  end if;
  return new;
end
$$;

create trigger guard_proof before update of email, email_verified_at, person_id, password_hash, status on users
  for each row execute function guard_proof();

-- A new user starts without a proven address and without a person: whoever adds a colleague cannot set either.
create or replace function refuse_proof_of_new_user() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'only the portal itself writes what proves a person' using errcode = '42501';
end
$$;

create trigger refuse_proof_of_new_user before insert on users
  for each row when (not viewer_is_owner() and not viewer_is_job()
    and (new.email_verified_at is not null or new.person_id is not null))
  execute function refuse_proof_of_new_user();
