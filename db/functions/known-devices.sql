-- Whether the browser that signs in has done so before.
-- Guarantees: whoever asks must hold the secret of the browser's cookie, and learns yes or no.

-- Not after the user's password, access or stamp changed, nor when it was last used before p_since.
create or replace function auth_knows_device(p_identifier text, p_secret_hash bytea, p_since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (
    select from users u
    join known_devices d on d.user_id = u.id and d.stamp = u.stamp
    where u.identifier = p_identifier and u.status = 'active'
      and d.secret_hash = p_secret_hash and d.last_used_at >= p_since);
end;

alter function auth_knows_device(text, bytea, timestamptz) owner to efacture_auth;
revoke all on function auth_knows_device(text, bytea, timestamptz) from public;
grant execute on function auth_knows_device(text, bytea, timestamptz) to efacture_app;
