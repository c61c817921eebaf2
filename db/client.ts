import postgres from "postgres";
import { env } from "@/lib/env";

const POOL_SIZE = 10;

declare global {
  // One pool, also through hot reloads of the development server.
  var efactureSql: postgres.Sql | undefined;
}

/** The pool of connections under the application role. Opened at the first query: a build needs no database. */
export function sqlClient(): postgres.Sql {
  return (globalThis.efactureSql ??= postgres(env().DATABASE_URL, {
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: "e-facture",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  }));
}
