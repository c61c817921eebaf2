-- The roles that rights are given to. None can sign in: a login becomes a member of efacture_app or of efacture_jobs.
-- Guarantees: the application (efacture_app) owns nothing and makes no temporary tables; what has to happen before there is
-- a viewer runs in a few functions of efacture_auth, which can do only what those functions need. Background work
-- (efacture_jobs) has a login of its own: policies for the viewer `job` exist for that group alone.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['efacture_app', 'efacture_auth', 'efacture_jobs'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server is being migrated at the same moment
    end;
  end loop;
  begin
    if not pg_has_role('efacture_jobs', 'efacture_app', 'usage') then
      grant efacture_app to efacture_jobs;
    end if;
  exception when duplicate_object or unique_violation then
    null;
  end;
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

-- PostgreSQL lets every role make temporary tables, which functions with an open search_path would take for ours.
do $$
begin
  if has_database_privilege('efacture_app', current_database(), 'temporary') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
end
$$;

grant usage on schema public to efacture_app, efacture_auth;
