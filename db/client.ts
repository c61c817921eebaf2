import postgres from "postgres";
import { readDatabaseAddress } from "@/lib/database-address";
import { env } from "@/lib/env";

/**
 * The two logins of the portal: `web` works for the person or program that asks; `jobs` works only for background work,
 * as the viewer `job`, which the login of the web cannot become (db/policies/roles.sql).
 */
export type Login = "web" | "jobs";

const POOL_SIZE: Record<Login, number> = { web: 10, jobs: 5 };

/** The driver, with the types below. */
export type Sql = postgres.Sql<{ instant: Date; plainDate: string; json: string }>;

declare global {
  // One pool for each login, kept through hot reloads of the development server.
  var efacturePools: Partial<Record<Login, Sql>> | undefined;
  // Set while the start checks have not passed. Instrumentation and pages are separate bundles.
  var efactureQueriesHeld: boolean | undefined;
}

/*
 * The conversion of values, for plain queries and for Drizzle: instants as Date, invoice dates and JSON as text
 * (Drizzle reads and writes JSON itself). drizzle() would change the driver's own table of types; see
 * db/transaction.ts.
 */
const text = { serialize: (value: string) => value, parse: (value: string) => value };
const types = {
  instant: {
    to: 1184,
    from: [1184],
    serialize: (value: Date | string) => (typeof value === "string" ? value : value.toISOString()),
    parse: (value: string) => new Date(value),
  },
  plainDate: { to: 1082, from: [1082], ...text },
  json: { to: 3802, from: [114, 3802], ...text },
};

/**
 * Returns the pool of connections of a login. It is opened at the first query: a build needs none, and the jobs' only
 * where background work runs. Throws while the start checks have not passed.
 */
export function sqlClient(login: Login = "web"): Sql {
  if (globalThis.efactureQueriesHeld)
    throw Object.assign(new Error("The start checks have not passed yet."), { code: "CONNECTION_HELD" });
  const pools = (globalThis.efacturePools ??= {});
  return (pools[login] ??= openPool(login, POOL_SIZE[login]));
}

/**
 * Opens a separate pool, which the caller must close. The start checks use it for one connection before any other
 * query.
 */
export function openPool(login: Login, size: number): Sql {
  const { DATABASE_URL, DATABASE_JOBS_URL } = env();
  return postgres(
    ...connectionTo(login === "web" ? DATABASE_URL : DATABASE_JOBS_URL, {
      max: size,
      idle_timeout: 60,
      connect_timeout: 5,
      onnotice: () => {},
      types,
      connection: {
        application_name: login === "web" ? "e-facture" : "e-facture jobs",
        statement_timeout: 15_000,
        // Each query uses one core. With more, one search would slow down the pages of other users.
        max_parallel_workers_per_gather: 0,
        idle_in_transaction_session_timeout: 30_000,
      },
    }),
  );
}

/** Returns the driver's arguments for an address: the connection leaves this machine only with verified TLS. */
export function connectionTo<Options extends object>(
  address: string,
  options: Options,
): [string, Options & { ssl: false | object }] {
  const read = readDatabaseAddress(address);
  if (!read.ok) throw new Error(`The address of the database ${read.reason}.`);
  return [read.url, { ...options, ssl: read.tls }];
}

/** Makes `sqlClient` refuse until the start checks have passed. */
export function holdQueries(isHeld: boolean): void {
  globalThis.efactureQueriesHeld = isHeld;
}

/** Whether queries wait for the start checks. */
export const areQueriesHeld = (): boolean => globalThis.efactureQueriesHeld === true;

/** Ends both pools; the next query opens new ones with the settings of that moment. For tests and benchmarks. */
export async function closePools(): Promise<void> {
  const pools = Object.values(globalThis.efacturePools ?? {});
  globalThis.efacturePools = undefined;
  await Promise.all(pools.map((pool) => pool.end({ timeout: 1 })));
}
