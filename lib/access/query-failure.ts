import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

/**
 * A failed query, reported without its values: frameworks print uncaught errors, and a value may be a password hash
 * or an address (security T26). `code` is the error code of PostgreSQL or of the driver.
 */
export class QueryFailed extends Error {
  override name = "QueryFailed";
  constructor(
    readonly code: string,
    constraint: string | undefined,
    trace: string | undefined,
  ) {
    super(`A query failed: ${code}${constraint ? ` (${constraint})` : ""}.`);
    const frames = (trace ?? "").split("\n").filter((line) => /^\s+at \S/.test(line));
    this.stack = [`${this.name}: ${this.message}`, ...frames].join("\n");
  }
}

/** Returns the same error, or a `QueryFailed` in place of one that would quote a query's values. */
export function withoutValues(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (cause === error && !(error instanceof postgres.PostgresError)) return error;
  const code = cause && "code" in Object(cause) ? String(Reflect.get(Object(cause), "code")) : "unknown";
  const constraint = cause instanceof postgres.PostgresError ? cause.constraint_name : undefined;
  return new QueryFailed(code, constraint, error instanceof Error ? error.stack : undefined);
}

/** Whether PostgreSQL cancelled the query because it took longer than it may (`with-search.ts`). */
export const isTooSlow = (error: unknown): boolean => error instanceof QueryFailed && error.code === "57014";
