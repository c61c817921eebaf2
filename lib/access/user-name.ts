import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** How a list names a user in a query: by the name, or by the identifier when there is none. */
export const userName = (user: Record<"name" | "identifier", SQLWrapper>): SQL<string> =>
  sql<string>`coalesce(nullif(${user.name}, ''), ${user.identifier})`;
