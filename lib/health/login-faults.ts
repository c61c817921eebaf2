import type { Login, Sql } from "@/db/client";

const SETTING: Record<Login, string> = { web: "DATABASE_URL", jobs: "DATABASE_JOBS_URL" };
const GROUP: Record<Login, string> = { web: "efacture_app", jobs: "efacture_jobs" };

/**
 * Examines one of the portal's two logins in its own connection (security T32) and returns, for each fault, a sentence
 * that names the setting and says what to do. Empty when the login is what it should be. Throws when the database
 * cannot be reached or has no schema yet.
 */
export async function loginFaults(sql: Sql, login: Login): Promise<string[]> {
  const [found] = await sql<Found[]>`
    select to_regclass('public.invoices') is not null and exists (
        select from pg_roles where rolname = 'efacture_jobs'
      ) as is_migrated,
      current_user as name, current_database() as database,
      rolsuper or rolbypassrls or rolcreaterole or exists (
        select from pg_class
        where relname = 'invoices' and relnamespace = to_regnamespace('public') and pg_has_role(r.oid, relowner, 'member')
      ) or exists (
        select from pg_roles a where a.rolname = 'efacture_auth' and pg_has_role(r.oid, a.oid, 'member')
      ) as bypasses,
      coalesce((select pg_has_role(r.oid, oid, 'usage') from pg_roles where rolname = ${GROUP[login]}), false) as belongs,
      coalesce((select pg_has_role(r.oid, oid, 'member') from pg_roles where rolname = 'efacture_jobs'), false) as can_be_job,
      has_database_privilege(current_database(), 'temporary') as makes_temporary
    from pg_roles r where rolname = current_user`;
  if (!found?.is_migrated) throw new Error("The roles of the schema do not exist yet.");
  const { name, database } = found;
  return [
    found.bypasses &&
      `${SETTING[login]} names a role that bypasses row-level security (a superuser, BYPASSRLS, CREATEROLE, the tables' owner, or a member of efacture_auth). Use a plain login role that is a member of ${GROUP[login]}.`,
    !found.belongs &&
      `${SETTING[login]} names a role without rights. Run: GRANT ${GROUP[login]} TO ${quoted(name)}`,
    login === "web" &&
      !found.bypasses &&
      found.can_be_job &&
      `DATABASE_URL names a role that may do background work. Run: REVOKE efacture_jobs FROM ${quoted(name)}`,
    !found.bypasses &&
      found.makes_temporary &&
      `${SETTING[login]} names a role that may make temporary tables. Run as the database's owner: REVOKE TEMPORARY ON DATABASE ${quoted(database)} FROM PUBLIC, ${quoted(name)}`,
  ].filter((fault) => fault !== false);
}

interface Found {
  is_migrated: boolean;
  name: string;
  database: string;
  bypasses: boolean;
  belongs: boolean;
  can_be_job: boolean;
  makes_temporary: boolean;
}

const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
