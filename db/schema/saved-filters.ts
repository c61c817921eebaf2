import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { users } from "./users";

/** A filter of the invoice list that a user saved under a name; nobody else sees it. */
export const savedFilters = pgTable(
  "saved_filters",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    name: text().notNull(),
    /** The list's query string, without `?` and without a page. */
    query: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    unique("saved_filters_name").on(t.userId, t.name),
    check("saved_filters_name_filled", sql`btrim(${t.name}) = ${t.name} and ${t.name} <> ''`),
  ],
);
