import { type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";

/** Condition: the invoice has one of these ids, which must be UUIDs. One parameter for any number of them. */
export const oneOf = (ids: readonly string[]): SQL =>
  sql`${invoices.id} = any(${`{${ids.join(",")}}`}::uuid[])`;
