-- What ends when a user changes, whoever changes it: triggers on `users` that write other tables.
-- Guarantees: a session reached by switching, or an attachment link, never outlives what made it possible.

-- Sessions that were reached by switching end with the proof that allowed the switch, and with the access of the user who
-- signed in. Another stamp ends the user's own sessions by itself, except the one in which they chose their new password.
create or replace function end_switched_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update sessions set ended_at = last_seen_at
  where ended_at is null and origin_user_id is not null
    and (origin_user_id = new.id or (user_id = new.id and new.stamp = old.stamp));
  return null;
end
$$;

create trigger end_switched_sessions after update on users
  for each row when (old.stamp <> new.stamp or old.status <> new.status
    or (old.person_id is not null and new.person_id is null)
    or (old.email_verified_at is not null and new.email_verified_at is null))
  execute function end_switched_sessions();

-- An open attachment link ends when either of its two users changes password, address or access.
create or replace function end_attachment_links() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Locked in one order, so that two users who change at once wait for each other and do not deadlock.
  perform from tokens
  where purpose = 'attachment' and consumed_at is null and (user_id = new.id or asking_user_id = new.id)
  order by id for update;
  update tokens set consumed_at = created_at
  where purpose = 'attachment' and consumed_at is null and (user_id = new.id or asking_user_id = new.id);
  return null;
end
$$;

create trigger end_attachment_links after update on users
  for each row when (old.stamp <> new.stamp or old.status <> new.status
    or old.email is distinct from new.email or old.password_hash is distinct from new.password_hash)
  execute function end_attachment_links();

alter function end_switched_sessions() owner to efacture_auth;
alter function end_attachment_links() owner to efacture_auth;
revoke all on function end_switched_sessions(), end_attachment_links() from public;
