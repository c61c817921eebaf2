-- What ends when a user changes, whoever changes it: triggers on `users` that write other tables.
-- Guarantees: a session that was reached by switching, and an attachment link, end as soon as what allowed them ends.

-- Ends sessions that were reached by switching, when the proof that allowed the switch ends, or when the user who
-- signed in changes stamp or state. Sessions of the changed user need nothing here when the stamp changes: a session
-- with another stamp is not valid, and the session in which the user chose the new password has the new stamp.
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

-- Ends an unused attachment link when one of its two users changes password, address or access.
create or replace function end_attachment_links() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Locks the links in the order of their ids, so that changes of both users at the same moment wait and do not
  -- deadlock.
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
