import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqlClient } from "@/db/client";
import { asOwner } from "@/tests/support/world";
import { makeReachWorld, type ReachWorld } from "./reach-world";

/*
 * What somebody can do who runs any SQL with the web's login, for instance through an injection. Each statement is one
 * that an attacker would try.
 */
let world: ReachWorld;
let web: postgres.Sql;
let jobs: postgres.Sql;

beforeAll(async () => {
  world = await makeReachWorld();
  web = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  jobs = postgres(process.env.DATABASE_JOBS_URL ?? "", { max: 1, onnotice: () => {} });
});

afterAll(() => Promise.all([web.end(), jobs.end()]));

const REFUSED = "42501";

/** PostgreSQL's error code, or "" for success. Everything is rolled back. */
async function codeOf(login: postgres.Sql, ...statements: string[]): Promise<string> {
  const undo = new Error("undo");
  try {
    await login.begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
      throw undo;
    });
  } catch (error) {
    return error === undo ? "" : error instanceof postgres.PostgresError ? error.code : String(error);
  }
  return "";
}

const setting = (name: string, value: string) => `select set_config('app.${name}', '${value}', true)`;

describe("the viewer job", () => {
  it.each([
    "set role efacture_jobs",
    "set role efacture_auth",
    "set session authorization efacture_worker",
    "grant efacture_jobs to efacture_web",
    "alter role efacture_web bypassrls",
  ])("cannot be reached by the web's login with « %s »", async (statement) => {
    expect(await codeOf(web, statement)).toBe(REFUSED);
  });

  it("reads and changes no row when the web's login claims to be it", async () => {
    const tables = [...new Set(world.rows.map(({ table }) => table))].filter(
      (table) => table !== "suppliers" && table !== "installation",
    );
    await web.begin(async (tx) => {
      await tx`set local app.viewer = 'job'`;
      for (const table of tables) {
        const [right] = await tx`select has_any_column_privilege(${table}, 'select') as reads`;
        if (right?.reads) {
          const [found] = await tx.unsafe(`select count(*)::int as n from ${table}`);
          expect(found?.n, table).toBe(0);
        }
      }
      expect((await tx`update suppliers set answer_within_days = 9`).count).toBe(0);
      expect((await tx`update users set status = 'disabled'`).count).toBe(0);
    });
    const [supplier] = world.suppliers;
    const sees = [setting("viewer", "job"), setting("supplier_id", supplier.id)];
    expect(await codeOf(web, ...sees, "insert into mail_batches (id) values (gen_random_uuid())")).toBe(
      REFUSED,
    );
    await web.begin(async (tx) => {
      for (const statement of sees) await tx.unsafe(statement);
      expect(await tx`select from tokens`).toHaveLength(0);
      expect(await tx`select from mails`).toHaveLength(0);
    });
  });

  it("reads every row for the login of the jobs, and nothing without being named", async () => {
    const invoices = world.rows.filter(({ table }) => table === "invoices").length;
    expect(await jobs`select from invoices`).toHaveLength(0);
    await jobs.begin(async (tx) => {
      await tx`set local app.viewer = 'job'`;
      expect(await tx`select from invoices`).toHaveLength(invoices);
    });
  });

  it("is what every policy for it asks of its login, by membership of efacture_jobs", async () => {
    const policies = await web`
      select tablename, policyname, roles::text[] as roles, coalesce(qual, '') || coalesce(with_check, '') as rule
      from pg_policies where schemaname = 'public'`;
    expect(policies.length).toBeGreaterThan(80);
    const open = policies.filter(({ rule, roles }) => /'job'/.test(rule) && roles.join() !== "efacture_jobs");
    expect(open.map(({ tablename, policyname }) => `${tablename}.${policyname}`)).toEqual([]);
  });

  it("and a missing viewer switch off no check for the web's login", async () => {
    const person = world.rows.find(({ table, isProven }) => table === "users" && isProven === false);
    const change = (what: string) => `update users set ${what} where id = '${person?.user ?? ""}'`;
    for (const kind of ["", "job", "owner", "made-up"]) {
      const named = [
        setting("viewer", kind),
        setting("user_id", person?.user ?? ""),
        setting("account_id", person?.account ?? ""),
        setting("supplier_id", person?.supplier ?? ""),
      ];
      await web.begin(async (tx) => {
        for (const statement of named) await tx.unsafe(statement);
        expect(await tx`select from users`, kind).toHaveLength(0);
        expect((await tx.unsafe(change("role = 'administrator'"))).count, kind).toBe(0);
        expect((await tx.unsafe(change("email_verified_at = now()"))).count, kind).toBe(0);
      });
    }
  });
});

describe("functions that run with other rights", () => {
  it("search pg_temp last, and so does every function that PostgreSQL reads only when it runs", async () => {
    const functions = await web`
      select proname, prosecdef, prosqlbody is not null as is_bound, coalesce((
          select string_agg(one, ';') from unnest(proconfig) as one where one not like 'enable_%'), '') as settings
      from pg_proc where pronamespace = 'public'::regnamespace`;
    expect(functions.length).toBeGreaterThan(30);
    const open = functions.filter(
      ({ prosecdef, is_bound, settings }) =>
        (prosecdef || !is_bound) && settings !== "search_path=pg_catalog, public, pg_temp",
    );
    expect(open.map(({ proname }) => String(proname))).toEqual([]);
  });

  it("cannot be led to a table of the same name: the web's login makes no temporary tables", async () => {
    expect(await codeOf(web, "create temp table throttle_counters (scope text)")).toBe(REFUSED);
    expect(await codeOf(jobs, "create temp table throttle_counters (scope text)")).toBe(REFUSED);
    expect(await codeOf(web, "create schema other")).toBe(REFUSED);
    expect(await codeOf(web, "create table public.other (n int)")).toBe(REFUSED);
  });

  it("write the real table even if somebody grants the right to make temporary tables again", async () => {
    const scope = `attack-${randomUUID()}`;
    await asOwner((owner) =>
      owner.unsafe(`grant temporary on database ${owner.options.database} to efacture_web`),
    );
    try {
      await web.unsafe(`
        create temp table throttle_counters (scope text, key_hash bytea, attempts int, window_started_at timestamptz,
          last_attempt_at timestamptz, primary key (scope, key_hash));
        grant all on pg_temp.throttle_counters to public;
        create function pg_temp.spy() returns trigger language plpgsql as
          $$ begin raise exception 'ran as %', current_user; end $$;
        create trigger spy before insert on pg_temp.throttle_counters for each row execute function pg_temp.spy()`);
      await web`select auth_take_attempt(${scope}, ${Buffer.alloc(32)}, now(), '1 minute', 5, 5, '1 second', '1 second')`;
      const [found] = await asOwner(
        (owner) => owner`
        select attempts from public.throttle_counters where scope = ${scope}`,
      );
      expect(found?.attempts).toBe(1);
    } finally {
      await web.unsafe("discard temp");
      await asOwner((owner) =>
        owner.unsafe(`revoke temporary on database ${owner.options.database} from efacture_web`),
      );
    }
  });

  it("belong to efacture_auth, and no login is a member of it", async () => {
    const foreign = await web`
      select proname from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef and pg_get_userbyid(proowner) <> 'efacture_auth'`;
    expect(foreign.map(({ proname }) => String(proname))).toEqual([]);
    const [member] = await web`
      select pg_has_role('efacture_web', 'efacture_auth', 'member') or pg_has_role('efacture_worker', 'efacture_auth', 'member') as yes`;
    expect(member?.yes).toBe(false);
  });
});

it("the portal's two pools sign in as two logins", async () => {
  const [asWeb] = await sqlClient()`select current_user as login`;
  const [asJobs] = await sqlClient("jobs")`select current_user as login`;
  expect([asWeb?.login, asJobs?.login]).toEqual(["efacture_web", "efacture_worker"]);
});
