import type postgres from "postgres";

/**
 * Everything in the schema `public` and who may do what with it, according to PostgreSQL's catalogue: one line per object,
 * sorted. Two databases with the same lines have the same rules.
 */
export async function readCatalogue(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const rows = await sql.unsafe<{ line: string }[]>(CATALOGUE);
  return rows.map(({ line }) => line).sort();
}

const ACL = (acl: string, kind: string, owner: string) => `
  (select coalesce(string_agg(
      case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end || '=' || privilege_type
        || case when is_grantable then '*' else '' end, ' '
      order by grantee::regrole::text, privilege_type), '')
   from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))))`;

const CATALOGUE = `
  select format('function %s owner %s grants %s: %s', p.oid::regprocedure, pg_get_userbyid(p.proowner),
    ${ACL("p.proacl", "f", "p.proowner")}, pg_get_functiondef(p.oid)) as line
  from pg_proc p where p.pronamespace = 'public'::regnamespace
  union all
  select format('trigger %s.%s enabled %s: %s', t.tgrelid::regclass, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid))
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  union all
  select format('policy %s.%s %s %s to %s using (%s) with check (%s)', tablename, policyname, permissive, cmd, roles,
    qual, with_check)
  from pg_policies where schemaname = 'public'
  union all
  select format('relation %s kind %s owner %s security %s forced %s grants %s', c.oid::regclass, c.relkind,
    pg_get_userbyid(c.relowner), c.relrowsecurity, c.relforcerowsecurity, ${ACL("c.relacl", "r", "c.relowner")})
  from pg_class c where c.relnamespace = 'public'::regnamespace
  union all
  select format('column %s.%s %s %s default %s generated %s grants %s', c.oid::regclass, a.attname,
    format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
    pg_get_expr(d.adbin, d.adrelid), a.attgenerated,
    case when a.attacl is not null then ${ACL("a.attacl", "c", "c.relowner")} end)
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
    and not a.attisdropped
  union all
  select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select format('index %s %s', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid))
  from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace
  union all
  select format('schema %s grants %s', n.nspname, ${ACL("n.nspacl", "n", "n.nspowner")})
  from pg_namespace n where n.nspname in ('public', 'drizzle')
  union all
  select format('record %s grants %s', c.oid::regclass, ${ACL("c.relacl", "r", "c.relowner")})
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'drizzle' and c.relkind = 'r'
  union all
  select format('role %s login %s superuser %s bypasses %s', rolname, rolcanlogin, rolsuper, rolbypassrls)
  from pg_roles where rolname in ('efacture_app', 'efacture_auth')`;
