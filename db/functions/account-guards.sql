-- Columns of an account that depend on users. Triggers on `accounts` and `users`.
-- Guarantees: the adviser of an account is an active member of its supplier's staff. accounts.activated_at is set when
-- an administrator of the account chooses a password, and cleared when the activation starts again, whatever code
-- writes these columns.

create or replace function check_adviser() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from users where id = new.adviser_user_id and supplier_id = new.supplier_id and status = 'active'
  ) then
    raise exception 'the adviser of an account must be an active member of its supplier''s staff' using errcode = '23503';
  end if;
  return new;
end
$$;

create trigger check_adviser_of_new before insert on accounts
  for each row when (new.adviser_user_id is not null) execute function check_adviser();
create trigger check_adviser before update of adviser_user_id on accounts
  for each row when (new.adviser_user_id is not null and new.adviser_user_id is distinct from old.adviser_user_id)
  execute function check_adviser();

-- When the notification address changes (R21), the activation starts again: the account is then no longer activated.
create or replace function restart_activation() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.activated_at := null;
  return new;
end
$$;

create trigger restart_activation before update of activation_queued_at on accounts
  for each row when (new.activation_queued_at is null and old.activation_queued_at is not null)
  execute function restart_activation();

-- An account is activated when one of its administrators has chosen a password.
create or replace function note_activation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update accounts set activated_at = new.password_changed_at
  where id = new.account_id and activated_at is null;
  return null;
end
$$;

create trigger note_activation_of_new after insert on users
  for each row when (new.role = 'administrator' and new.account_id is not null and new.password_changed_at is not null)
  execute function note_activation();
create trigger note_activation after update of password_changed_at, role on users
  for each row when (new.role = 'administrator' and new.account_id is not null and new.password_changed_at is not null
    and (old.password_changed_at is null or old.role <> 'administrator'))
  execute function note_activation();

alter function check_adviser() owner to efacture_auth;
alter function note_activation() owner to efacture_auth;
revoke all on function check_adviser(), note_activation() from public;
