import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";

/** The name of an account, in a query that joins its company: the one that the supplier gave it, else the company's. */
export const ACCOUNT_NAME = sql<string>`coalesce(${accounts.companyName}, ${companies.name})`;
