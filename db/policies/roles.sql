-- The two roles that rights are given to. Neither can sign in; a login becomes a member of efacture_app.
-- Guarantees: the application (efacture_app) owns nothing; what has to happen before there is a viewer runs in a few
-- functions of efacture_auth, which can do only what those functions need.

do $$
begin
  if not exists (select from pg_roles where rolname = 'efacture_app') then
    create role efacture_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'efacture_auth') then
    create role efacture_auth nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this server is being migrated at the same moment
end
$$;

-- To give functions to efacture_auth, whoever migrates must be a member of it.
do $$
begin
  if not pg_has_role('efacture_auth', 'usage') then
    execute format('grant efacture_auth to %I', current_user);
  end if;
end
$$;

grant usage on schema public to efacture_app, efacture_auth;
