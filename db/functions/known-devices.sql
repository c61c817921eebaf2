-- Known devices: browsers on which a user has already given the right password.
-- Guarantees: the caller must have the secret of the browser's cookie, and learns only yes or no.

-- Whether this browser is a known device of the user with this identifier. False when the user is not active or has
-- another stamp since (a new password, for instance), or when the browser was last used before p_since.
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
