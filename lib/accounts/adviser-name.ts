import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import { userName } from "@/lib/access/user-name";

const staff = alias(users, "staff");

/**
 * The name of the member of staff to whom an account is assigned, in a query of accounts; null when it is assigned to
 * nobody, or to somebody whose access is deactivated.
 */
export const ADVISER_NAME = sql<string | null>`(
  select ${userName(staff)} from ${users} staff where ${staff.id} = ${accounts.adviserUserId} and ${staff.status} = 'active')`;
