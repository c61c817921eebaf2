-- Rules about single columns of `users`, which row-level security cannot express: it decides about whole rows. Triggers
-- on `users`.
-- Guarantees: nobody changes their own role; an account keeps an administrator, and a supplier a manager; a supplier
-- changes only role, state and stamp of its customers' users and of its staff, and the end of an invitation of its
-- staff; what proves a person (proven address, attachment) is written only where the proof was
-- given. Without a viewer, only the owner of the tables may write (viewer_is_owner). PostgreSQL fires triggers in the
-- order of their names: confine_… run before guard_proof, which changes the row.

-- Nobody changes their own role or state, whatever the application asks for.
create or replace function forbid_self_promotion() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if viewer_is_owner() or viewer_is_job() or (
    viewer_kind() in ('administrator', 'adviser', 'manager', 'supplier_key') and new.id is distinct from viewer_user()
  ) then
    return new;
  end if;
  raise exception 'only an administrator, the supplier or a job may change role and state of a user' using errcode = '42501';
end
$$;

create trigger forbid_self_promotion before update of role, status on users
  for each row when (old.role is distinct from new.role or old.status is distinct from new.status)
  execute function forbid_self_promotion();

-- A supplier's staff and keys may change only role, state and stamp of its customers' users (R21) and of other staff,
-- never password or address. A manager also renews the invitation of a member of staff who has not chosen a password. An
-- operator renews only such an invitation, and ends sessions (stamp) with a second factor.
create or replace function confine_supplier_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  allowed text[] := case when viewer_kind() = 'operator' then array['stamp'] else array['role', 'status', 'stamp'] end || case
    when old.account_id is null and old.password_changed_at is null then array['default_password_expires_at']
    else '{}'::text[] end;
begin
  if to_jsonb(new) - allowed is distinct from to_jsonb(old) - allowed or new.stamp < old.stamp then
    raise exception 'a supplier may change only role, state and stamp of another user' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger confine_supplier_changes before update on users
  for each row when (viewer_kind() in ('adviser', 'manager', 'supplier_key', 'operator')
    and new.id is distinct from viewer_user())
  execute function confine_supplier_changes();

-- The holder of a mailed link may only set a password, with the columns that change with it. A person may only attach
-- and detach users, and store the time of the last sign-in when switching.
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
    raise exception 'a % may not change these columns of a user', viewer_kind() using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger confine_named_changes before update on users
  for each row when (viewer_kind() in ('token_holder', 'person'))
  execute function confine_named_changes();

-- The last active administrator of an account cannot be removed. This is checked at commit, so that the same
-- transaction may name another one. Such changes of one account wait for each other; otherwise two at the same moment
-- could each remove one of two administrators.
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
    raise exception 'an account must keep an active administrator' using errcode = '23514';
  end if;
  return null;
end
$$;

create constraint trigger keep_an_administrator after update on users deferrable initially deferred
  for each row when (old.role = 'administrator' and old.status = 'active'
    and (new.role <> 'administrator' or new.status <> 'active'))
  execute function keep_an_administrator();

-- The last active manager of a supplier cannot be deactivated or become an adviser. This is checked like the
-- administrators of an account, at commit and one change after the other: otherwise two managers could remove each other
-- at the same moment.
create or replace function keep_a_manager() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if viewer_is_owner() then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('managers of ' || old.supplier_id, 0));
  if not exists (
    select from users where supplier_id = old.supplier_id and role = 'manager' and status = 'active'
  ) then
    raise exception 'a supplier must keep an active manager' using errcode = '23514';
  end if;
  return null;
end
$$;

create constraint trigger keep_a_manager after update on users deferrable initially deferred
  for each row when (old.role = 'manager' and old.status = 'active'
    and (new.role <> 'manager' or new.status <> 'active'))
  execute function keep_a_manager();

-- Removes proofs that no longer hold. The attachment to other identifiers (person_id) ends when the user's address,
-- password or access changes. The proof of the address (email_verified_at) ends when the address changes, and when
-- somebody else sets the password, because that person could then sign in.
create or replace function guard_proof() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_allowed boolean := viewer_is_owner() or viewer_is_job();
begin
  -- For a token holder and a person, confine_named_changes decides which of these two columns they may write.
  if not is_allowed and coalesce(viewer_kind(), '') not in ('token_holder', 'person') and (
    (new.email_verified_at is not null and new.email_verified_at is distinct from old.email_verified_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
  ) then
    raise exception 'this viewer may not write what proves a person' using errcode = '42501';
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

-- A new user starts without a proven address and without attachments: whoever adds a colleague cannot set either.
create or replace function refuse_proof_of_new_user() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'this viewer may not write what proves a person' using errcode = '42501';
end
$$;

create trigger refuse_proof_of_new_user before insert on users
  for each row when (not viewer_is_owner() and not viewer_is_job()
    and (new.email_verified_at is not null or new.person_id is not null))
  execute function refuse_proof_of_new_user();
