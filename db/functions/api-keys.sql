-- Supplier keys and customer tokens of the API. A request is recognised by the digest of its key or token, before there
-- is a viewer.
-- Guarantees: no row for a key or token that was revoked or has expired, or whose user is disabled, or whose account is
-- closed. Both functions also store when it was last used, at most once a minute.

create or replace function auth_supplier_key(p_hash bytea, p_now timestamptz)
returns table (key_id uuid, supplier_id uuid, scopes text[])
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update supplier_keys k set last_used_at = p_now
  where k.key_hash = p_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_now)
    and (k.last_used_at is null or k.last_used_at < p_now - interval '1 minute');
  return query
    select k.id, k.supplier_id, k.scopes from supplier_keys k
    where k.key_hash = p_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > p_now);
end
$$;

create or replace function auth_customer_token(p_hash bytea, p_now timestamptz)
returns table (token_id uuid, user_id uuid, account_id uuid, supplier_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update customer_tokens t set last_used_at = p_now
  where t.token_hash = p_hash and t.revoked_at is null
    and (t.last_used_at is null or t.last_used_at < p_now - interval '1 minute');
  return query
    select t.id, t.user_id, t.account_id, t.supplier_id
    from customer_tokens t
    join users u on u.id = t.user_id and u.status = 'active' and u.account_id = t.account_id
    join accounts a on a.id = t.account_id and a.state <> 'closed'
    where t.token_hash = p_hash and t.revoked_at is null;
end
$$;

alter function auth_supplier_key(bytea, timestamptz) owner to efacture_auth;
alter function auth_customer_token(bytea, timestamptz) owner to efacture_auth;
revoke all on function auth_supplier_key(bytea, timestamptz), auth_customer_token(bytea, timestamptz) from public;
grant execute on function auth_supplier_key(bytea, timestamptz), auth_customer_token(bytea, timestamptz) to efacture_app;
