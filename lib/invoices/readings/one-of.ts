import type { SQL } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoices } from "@/db/schema/invoices";

/** Condition: the invoice has one of these ids, which must be UUIDs. One parameter for any number of them. */
export const oneOf = (ids: readonly string[]): SQL => isAmongIds(invoices.id, ids);
