-- The journal's own record of who acted.
-- Guarantees: an event keeps the identifiers of its actor and of the user it is about as they were when it was written,
-- whatever the writer says and whatever becomes of these users' names.

create or replace function note_identifiers() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.actor_identifier := null;
  new.subject_identifier := null;
  -- A key deposits, and its subject is an invoice: no user to look for, many times a minute.
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
