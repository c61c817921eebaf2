-- What the sign-in reads before anybody is signed in.
-- Guarantees: the application's login cannot read password hashes from the table of users. It gets one hash, for one
-- typed identifier, and compares it with the typed password in its own process.

-- Returns the user with this identifier, active or not; no row when there is none. The caller checks the password, and
-- then whether the user may sign in. Staff of a suspended supplier are returned as disabled.
create or replace function auth_credentials(p_identifier text)
returns table (
  user_id uuid, password_hash text, role text, status text, stamp int, account_id uuid, supplier_id uuid,
  account_state text, must_change_password boolean, default_password_expires_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.password_hash, u.role, case when s.suspended_at is null then u.status else 'disabled' end, u.stamp,
    u.account_id, coalesce(u.supplier_id, a.supplier_id), a.state, u.must_change_password, u.default_password_expires_at
  from users u left join accounts a on a.id = u.account_id left join suppliers s on s.id = u.supplier_id
  where u.identifier = p_identifier;
end;

-- Whether any user of the installation has this text as address or as identifier. A new user with this address then
-- gets another identifier (R3). The answer is only yes or no, because suppliers must not see each other's users.
create or replace function auth_is_address_known(p_email text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from users where identifier = p_email or email = p_email);
end;

-- Whether any user of the installation has this identifier; identifiers are unique among all suppliers.
create or replace function auth_is_identifier_taken(p_identifier text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (select from users where identifier = p_identifier);
end;

alter function auth_credentials(text) owner to efacture_auth;
alter function auth_is_address_known(text) owner to efacture_auth;
alter function auth_is_identifier_taken(text) owner to efacture_auth;
revoke all on function auth_credentials(text), auth_is_address_known(text), auth_is_identifier_taken(text) from public;
grant execute on function auth_credentials(text), auth_is_address_known(text), auth_is_identifier_taken(text)
to efacture_app;
