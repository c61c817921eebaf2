-- The roles that have rights. Nobody connects as one of them: each login is a member of efacture_app or of
-- efacture_jobs.
-- Guarantees: the application (efacture_app) owns nothing and cannot create temporary tables. What must happen before
-- there is a viewer runs in a few functions whose owner is efacture_auth, which has only the rights that those
-- functions need. Background work (efacture_jobs) has its own login: policies for the viewer `job` apply to that role
-- only.

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
      null; -- a migration of another database of this server created it at the same moment
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

-- The login that migrates makes efacture_auth the owner of functions; for that it must be a member of efacture_auth.
do $$
begin
  if not pg_has_role('efacture_auth', 'usage') then
    execute format('grant efacture_auth to %I', current_user);
  end if;
end
$$;

-- By default every role may create temporary tables. A function without a fixed search_path would use a temporary table
-- of the same name in place of ours.
do $$
begin
  if has_database_privilege('efacture_app', current_database(), 'temporary') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
end
$$;

grant usage on schema public to efacture_app, efacture_auth;
