-- Direct links in mails, which open invoices without signing in (R19). They are found by the digest of their secret.
-- Guarantees: a link opens only the invoices that are recorded for it. Counting its use changes nothing else.

-- Returns the link with this digest, its supplier and its invoices. is_open is false when it was revoked, has expired,
-- or its account is closed: the page then offers to sign in at the supplier, and shows no invoice. No row for an
-- unknown digest.
create or replace function auth_link(p_hash bytea, p_now timestamptz)
returns table (link_id uuid, account_id uuid, supplier_slug text, company_name text, is_open boolean, invoice_ids uuid[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select l.id, l.account_id, s.slug, coalesce(a.company_name, c.name),
    l.revoked_at is null and l.expires_at > p_now and a.state <> 'closed',
    array(select i.invoice_id from link_capability_invoices i where i.link_id = l.id)
  from link_capabilities l
  join accounts a on a.id = l.account_id
  join companies c on c.id = a.company_id
  join suppliers s on s.id = l.supplier_id
  where l.token_hash = p_hash;
end;

-- Counts one use of a link, at most once a minute.
create or replace function auth_note_link_use(p_link uuid, p_now timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update link_capabilities
  set first_used_at = coalesce(first_used_at, p_now), last_used_at = p_now, use_count = use_count + 1
  where id = p_link and (last_used_at is null or last_used_at <= p_now - interval '1 minute');
end;

alter function auth_link(bytea, timestamptz) owner to efacture_auth;
alter function auth_note_link_use(uuid, timestamptz) owner to efacture_auth;
revoke all on function auth_link(bytea, timestamptz), auth_note_link_use(uuid, timestamptz) from public;
grant execute on function auth_link(bytea, timestamptz), auth_note_link_use(uuid, timestamptz) to efacture_app;
