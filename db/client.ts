import postgres from "postgres";
import { env } from "@/lib/env";

const POOL_SIZE = 10;

/** The driver, with the types below. */
export type Sql = postgres.Sql<{ instant: Date; plainDate: string; json: string }>;

declare global {
  // One pool, kept through hot reloads of the development server.
  var efactureSql: Sql | undefined;
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

/** Returns the pool of connections with the application role. It is opened at the first query: a build needs none. */
export function sqlClient(): Sql {
  return (globalThis.efactureSql ??= postgres(env().DATABASE_URL, {
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    types,
    connection: {
      application_name: "e-facture",
      statement_timeout: 15_000,
      // A query takes one core: with more, one search would take those of other people's pages.
      max_parallel_workers_per_gather: 0,
      idle_in_transaction_session_timeout: 30_000,
    },
  }));
}
