-- Requests of customers and their messages: rules about single columns. Policies (row-level security) decide who may
-- write which ROW; these triggers decide which COLUMNS of it.
-- Guarantees: a request and a message keep the name and identifier that their author had then, taken from the table of
-- users and not from the writer. Customers and staff each change only their own columns of a request.

-- Sets in a new request the identifier of the user who asks, and since when the request waits for an answer.
create or replace function note_asker() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.user_identifier := (select identifier from users where id = new.user_id);
  new.waiting_since := coalesce(new.waiting_since, new.created_at);
  return new;
end
$$;

create trigger note_asker before insert on customer_requests
  for each row execute function note_asker();

-- Sets in a new message the identifier and name of its author; "" when the author is not known.
create or replace function note_author() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  select identifier, name into new.author_identifier, new.author_name from users where id = new.author_id;
  new.author_identifier := coalesce(new.author_identifier, '');
  new.author_name := coalesce(new.author_name, '');
  return new;
end
$$;

create trigger note_author before insert on request_messages
  for each row execute function note_author();

-- Refuses changes of columns that the viewer may not change. What was asked, by whom and for which account never
-- changes. A customer may close and reopen a request and mark its answers as read. Staff may close, reopen, answer,
-- assign, accept and decline it.
create or replace function confine_request_changes() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  allowed text[] := case
    when viewer_kind() in ('administrator', 'member') then array['state', 'closed_at', 'waiting_since', 'read_at']
    when viewer_kind() in ('adviser', 'manager') then array['state', 'closed_at', 'waiting_since', 'assignee_id',
      'answering_user_id', 'answering_until', 'first_answered_at', 'last_answered_at']
  end;
begin
  if to_jsonb(new) - allowed is distinct from to_jsonb(old) - allowed then
    raise exception 'a % may not change these columns of a request', viewer_kind() using errcode = '42501';
  end if;
  if viewer_kind() in ('administrator', 'member') and new.state is distinct from old.state
    and new.state not in ('open', 'closed') then
    raise exception 'only the supplier may answer, accept and decline a request' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger confine_request_changes before update on customer_requests
  for each row when (viewer_kind() in ('administrator', 'member', 'adviser', 'manager'))
  execute function confine_request_changes();

-- Returns the address for mails about a request: that of the member of staff to whom it is assigned, if active;
-- otherwise that of the account's adviser; otherwise that of the supplier's customer service. Customers write to it and
-- cannot read the users of the supplier, so the policy of mails calls this function. Null for a request of another
-- account.
create or replace function auth_request_adviser(p_request uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select coalesce(
    (select lower(u.email) from users u
      where u.id = r.assignee_id and u.supplier_id = r.supplier_id and u.status = 'active'),
    nullif(lower(btrim(a.adviser_email)), ''),
    lower(s.contact_email))
  from customer_requests r
  join accounts a on a.id = r.account_id
  join suppliers s on s.id = r.supplier_id
  where r.id = p_request and r.account_id = viewer_account() and viewer_kind() in ('administrator', 'member');
end;

alter function note_asker() owner to efacture_auth;
alter function note_author() owner to efacture_auth;
alter function auth_request_adviser(uuid) owner to efacture_auth;
revoke all on function note_asker(), note_author(), auth_request_adviser(uuid) from public;
grant execute on function auth_request_adviser(uuid) to efacture_app;
