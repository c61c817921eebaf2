-- Recovery and mailed links: what is read before anybody is signed in (R5, R6, R7).
-- Guarantees: two kinds of viewer read here: one who typed an address (recovery), and one who has the secret of a
-- mailed link (token_holder). Each can read only the users with that address at that one supplier; without a supplier,
-- only the operators with that address.

-- Returns the viewer's address: the one that was typed (recovery), or the one that the link was mailed to
-- (token_holder).
create or replace function auth_named_email() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select case viewer_kind()
    when 'recovery' then nullif(current_setting('app.email', true), '')
    when 'token_holder' then (
      select t.email from tokens t
      where t.token_hash = decode(current_setting('app.token_hash', true), 'hex')
        and t.supplier_id is not distinct from viewer_named_supplier() and t.purpose <> 'attachment')
  end;
end;

-- Returns the users who can choose a new password by a link to that address: active users of accounts that are not
-- closed, and active staff of the supplier; without a supplier, active operators. A link that was created for one user:
-- that user only.
create or replace function auth_recoverable_users()
returns table (
  user_id uuid, account_id uuid, identifier text, company_name text, customer_number text, locale text,
  password_changed_at timestamptz, is_attached boolean
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.account_id, u.identifier, coalesce(a.company_name, c.name, s.name, 'E-Facture'),
    coalesce(a.customer_number, ''), u.locale,
    -- A first access given by an administrator is a new password too. It was given 7 days (FIRST_ACCESS_DAYS) before it
    -- ends.
    greatest(u.password_changed_at, u.default_password_expires_at - interval '168 hours'),
    exists (select from users o where o.person_id = u.person_id and o.id <> u.id)
  from users u
  left join suppliers s on s.id = viewer_named_supplier()
  left join accounts a on a.id = u.account_id
  left join companies c on c.id = a.company_id
  where u.email = auth_named_email() and u.status = 'active'
    and case when viewer_named_supplier() is null then u.role = 'operator'
      else s.id in (u.supplier_id, a.supplier_id) end
    and (a.id is null or a.state <> 'closed')
    and (viewer_kind() = 'recovery' or exists (
      select from tokens t
      where t.token_hash = decode(current_setting('app.token_hash', true), 'hex') and (t.user_id is null or t.user_id = u.id)))
  order by coalesce(a.company_name, c.name), u.identifier;
end;

alter function auth_named_email() owner to efacture_auth;
alter function auth_recoverable_users() owner to efacture_auth;
revoke all on function auth_named_email(), auth_recoverable_users() from public;
grant execute on function auth_named_email(), auth_recoverable_users() to efacture_app;
