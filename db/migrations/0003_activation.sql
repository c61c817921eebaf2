-- Whether anybody in the whole installation is already known by this address: R3 gives such an address another identifier.
-- Suppliers never see each other's users, so the question is asked through the role that answers it and nothing more.
grant select (email) on users to efacture_auth;
--> statement-breakpoint
create function auth_is_address_known(p_email text) returns boolean
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select exists (select from users where identifier = p_email or email = p_email);
end;
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function auth_is_address_known(text) from public;
  alter function auth_is_address_known(text) owner to efacture_auth;
  grant execute on function auth_is_address_known(text) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
