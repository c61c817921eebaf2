-- What sign-in reads while nobody is signed in yet.
-- Guarantees: the application's login cannot read password hashes from the table of users. It gets one hash, for one typed
-- identifier, and compares it with the typed password in its own process.

-- Returns the user with this identifier, in any state; no row when there is none. Whether they may sign in is decided by the
-- caller, after the password.
create or replace function auth_credentials(p_identifier text)
returns table (
  user_id uuid, password_hash text, role text, status text, stamp int, account_id uuid, supplier_id uuid,
  account_state text, must_change_password boolean, default_password_expires_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.password_hash, u.role, u.status, u.stamp, u.account_id, coalesce(u.supplier_id, a.supplier_id),
    a.state, u.must_change_password, u.default_password_expires_at
  from users u left join accounts a on a.id = u.account_id
  where u.identifier = p_identifier;
end;

-- Whether any user of the installation has this address, or has it as identifier: a new user then gets another identifier
-- (R3). Suppliers never see each other's users, so the answer is yes or no only.
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
