-- Direct links in mails, which open invoices without signing in (R19), and links with which a customer's user shares one
-- invoice. They are found by the digest of their secret.
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

-- Returns the shared link with this digest, and whether it works: open; off when the supplier has switched sharing off;
-- expired; ended when it was revoked, when its maker may no longer read the account, when the account is closed or the
-- supplier suspended, or when the invoice was withdrawn or is older than its retention. Which of these it is, a stranger
-- does not learn. No row for an unknown digest.
create or replace function auth_share(p_hash bytea, p_now timestamptz)
returns table (
  link_id uuid, account_id uuid, supplier_slug text, company_name text, invoice_id uuid, recipient text,
  expires_at timestamptz, state text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select h.id, h.account_id, s.slug, coalesce(a.company_name, c.name), h.invoice_id, h.recipient, h.expires_at,
    case
      when not s.allows_sharing then 'off'
      when h.revoked_at is not null or s.suspended_at is not null or a.state = 'closed'
        or u.status <> 'active' or u.account_id is distinct from h.account_id or u.role not in ('administrator', 'member')
        or i.state <> 'available' or i.remove_after < (p_now at time zone s.time_zone)::date then 'ended'
      when h.expires_at <= p_now then 'expired'
      else 'open'
    end
  from invoice_shares h
  join accounts a on a.id = h.account_id
  join companies c on c.id = a.company_id
  join suppliers s on s.id = h.supplier_id
  join users u on u.id = h.user_id
  join invoices i on i.id = h.invoice_id
  where h.token_hash = p_hash;
end;

-- Counts one use of a link, direct or shared, at most once a minute.
create or replace function auth_note_link_use(p_link uuid, p_now timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update invoice_shares
  set first_used_at = coalesce(first_used_at, p_now), last_used_at = p_now, use_count = use_count + 1
  where id = p_link and (last_used_at is null or last_used_at <= p_now - interval '1 minute');
  update link_capabilities
  set first_used_at = coalesce(first_used_at, p_now), last_used_at = p_now, use_count = use_count + 1
  where id = p_link and (last_used_at is null or last_used_at <= p_now - interval '1 minute');
end;

alter function auth_link(bytea, timestamptz) owner to efacture_auth;
alter function auth_share(bytea, timestamptz) owner to efacture_auth;
alter function auth_note_link_use(uuid, timestamptz) owner to efacture_auth;
revoke all on function
  auth_link(bytea, timestamptz), auth_share(bytea, timestamptz), auth_note_link_use(uuid, timestamptz)
from public;
grant execute on function
  auth_link(bytea, timestamptz), auth_share(bytea, timestamptz), auth_note_link_use(uuid, timestamptz)
to efacture_app;
