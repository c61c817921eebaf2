-- Identifiers in the journal.
-- Guarantees: an event keeps the identifiers that its actor, and the user whom it is about, had when it was written.
-- Whoever writes the event cannot set them, and later changes of these users do not change them.

create or replace function note_identifiers() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.actor_identifier := null;
  new.subject_identifier := null;
  -- A deposit has a key as actor and an invoice as subject. There is no user to look up, and there are many deposits.
  if new.action <> 'invoice_deposited' then
    new.actor_identifier := (select identifier from users where id = new.actor_id);
    new.subject_identifier := (select identifier from users where id = new.subject_id);
  end if;
  return new;
end
$$;

create trigger note_identifiers before insert on audit_events
  for each row execute function note_identifiers();

alter function note_identifiers() owner to efacture_auth;
revoke all on function note_identifiers() from public;
