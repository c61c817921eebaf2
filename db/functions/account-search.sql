-- The console's search over all accounts of a supplier.
-- Guarantees: it finds accounts of the viewer's own supplier, and only for its advisers and managers. Whatever is
-- typed, it reads a limited number of entries of an index. Under row-level security a search for the beginning of a
-- text cannot use an index, so the function runs as efacture_auth and compares the supplier itself.

-- Replaces the search words of an account (p_source is the account's id) or of one of its users (p_source is the user's
-- id).
create or replace function write_account_words(p_account uuid, p_source uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from account_search_words where source_id = p_source;
  insert into account_search_words (supplier_id, account_id, source_id, kind, word, shown)
  select a.supplier_id, a.id, p_source, entry.kind, entry.word, entry.shown
  from accounts a
  join companies c on c.id = a.company_id
  left join users u on u.id = p_source
  cross join lateral (
    select 'customer_number', search_key(a.customer_number), a.customer_number where u.id is null
    union all select 'siren', c.siren, c.siren where u.id is null
    union all select 'company', rotation, a.company_name from search_rotations(a.company_name) as rotation where u.id is null
    union all select 'company', rotation, c.name from search_rotations(c.name) as rotation where u.id is null
    union all select 'person', rotation, u.name from search_rotations(u.name) as rotation
    union all select 'identifier', search_key(u.identifier), u.identifier
    union all select 'address', search_key(address), address
      from unnest(case when u.id is null then array[a.email, a.pending_email] else array[u.email] end) as address
    union all select 'domain', search_key(split_part(address, '@', 2)), address
      from unnest(case when u.id is null then array[a.email, a.pending_email] else array[u.email] end) as address
  ) as entry (kind, word, shown)
  where a.id = p_account and entry.word <> ''
  on conflict do nothing;
end;

create or replace function write_words_of_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform write_account_words(new.id, new.id);
  return null;
end
$$;

create trigger write_words_of_new after insert on accounts
  for each row execute function write_words_of_account();
create trigger write_words after update of customer_number, email, pending_email, company_id, company_name on accounts
  for each row when (row(old.customer_number, old.email, old.pending_email, old.company_id, old.company_name)
    is distinct from row(new.customer_number, new.email, new.pending_email, new.company_id, new.company_name))
  execute function write_words_of_account();

-- Computes the name by which lists sort an account: the account's own name, or else that of its company.
create or replace function set_sort_name() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  new.sort_name := search_key(coalesce(new.company_name, (select name from companies where id = new.company_id)));
  return new;
end
$$;

create trigger set_sort_name before insert or update of company_id, company_name, sort_name on accounts
  for each row execute function set_sort_name();

create or replace function write_words_of_company() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whatever is written to sort_name, its trigger computes it again.
  update accounts set sort_name = '' where company_id = new.id and company_name is null;
  perform write_account_words(id, id) from accounts where company_id = new.id;
  return null;
end
$$;

create trigger write_words after update of name, siren on companies
  for each row when (row(old.name, old.siren) is distinct from row(new.name, new.siren))
  execute function write_words_of_company();

create or replace function write_words_of_user() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform write_account_words(new.account_id, new.id);
  return null;
end
$$;

create trigger write_words_of_new after insert on users
  for each row when (new.account_id is not null) execute function write_words_of_user();
create trigger write_words after update of name, email, identifier on users
  for each row when (new.account_id is not null
    and row(old.name, old.email, old.identifier) is distinct from row(new.name, new.email, new.identifier))
  execute function write_words_of_user();

-- Returns the accounts that the typed text finds, each with what matched: its kind, the value as it is recorded
-- (`shown`), the invoice when it is the number of an invoice, and whether the whole value was typed. Invoice numbers
-- are searched only when at least four characters are typed, one of them a digit. Contracts and plates must be typed
-- whole.
create or replace function auth_found_accounts(p_typed text, p_limit int)
returns table (account_id uuid, kind text, shown text, invoice_id uuid, is_exact boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off
begin atomic
  with typed as materialized (
    select viewer_supplier() as supplier, search_key(p_typed) as key, folded_text(p_typed) as folded
    where viewer_kind() in ('adviser', 'manager')
  )
  (
    select found.account_id, found.kind, found.shown, null::uuid, found.word = typed.key
    from typed
    cross join unnest(array['customer_number', 'siren', 'company', 'person', 'identifier', 'address', 'domain']) as kinds (kind)
    cross join lateral (
      select w.account_id, w.kind, w.shown, w.word
      from account_search_words w
      where w.supplier_id = typed.supplier and w.kind = kinds.kind
        and w.word operator(~>=~) typed.key and w.word operator(~<~) (typed.key || chr(1114111))
      order by w.word using operator(~<~)
      limit p_limit
    ) as found
    where typed.key <> ''
  )
  union all
  (
    select found.account_id, 'invoice', found.number, found.id, folded_text(found.number) = typed.folded
    from typed
    cross join lateral (
      select i.account_id, i.number, i.id
      from invoices i
      where i.supplier_id = typed.supplier
        and folded_text(i.number) operator(~>=~) typed.folded
        and folded_text(i.number) operator(~<~) (typed.folded || chr(1114111))
      order by folded_text(i.number) using operator(~<~)
      limit p_limit
    ) as found
    where length(typed.folded) >= 4 and typed.folded ~ '[0-9]'
  )
  union all
  (
    select distinct found.account_id, found.kind, found.shown, null::uuid, true
    from typed
    cross join lateral (
      select i.account_id, i.contracts, i.vehicles
      from invoices i
      where contract_keys(i.supplier_id, i.contracts, i.vehicles) @> array[typed.supplier::text || ':' || typed.folded]
        and i.state = 'available'
      limit 10 * p_limit
    ) as invoice
    cross join lateral (
      select invoice.account_id, 'contract', contract from unnest(invoice.contracts) as contract
      where folded_text(contract) = typed.folded
      union all
      select invoice.account_id, 'vehicle', vehicle from unnest(invoice.vehicles) as vehicle
      where folded_text(vehicle) = typed.folded
    ) as found (account_id, kind, shown)
    where typed.folded <> ''
  );
end;

alter function write_account_words(uuid, uuid) owner to efacture_auth;
alter function write_words_of_account() owner to efacture_auth;
alter function set_sort_name() owner to efacture_auth;
alter function write_words_of_company() owner to efacture_auth;
alter function write_words_of_user() owner to efacture_auth;
alter function auth_found_accounts(text, int) owner to efacture_auth;
revoke all on function
  write_account_words(uuid, uuid), write_words_of_account(), set_sort_name(), write_words_of_company(), write_words_of_user(),
  auth_found_accounts(text, int)
from public;
grant execute on function auth_found_accounts(text, int) to efacture_app;
