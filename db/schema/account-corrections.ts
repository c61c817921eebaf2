import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { users } from "./users";

/** The fields of an account that the console corrects, with the names of the API. */
export const CORRECTED_FIELDS = [
  "email",
  "preference",
  "channel",
  "locale",
  "companyName",
  "siren",
  "vatNumber",
  "siret",
  "routingCode",
  "electronicAddress",
  "checkedOn",
  "adviserName",
  "adviserEmail",
  "adviserPhone",
] as const;

/**
 * Each value of an account that the supplier's staff replaced in the console. The supplier's own files and calls may
 * contain the former value for a while; that value is not applied again (`lib/accounts/corrections`).
 */
export const accountCorrections = pgTable(
  "account_corrections",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    field: text({ enum: CORRECTED_FIELDS }).notNull(),
    /** As the API writes the value; null when there was none. */
    oldValue: text(),
    newValue: text(),
    /** Who asked for it, as the member of staff typed it; "" when that was not asked. */
    askedBy: text().notNull().default(""),
    changedBy: uuid().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.changedBy], foreignColumns: [users.id] }),
    index("account_corrections_account").on(t.accountId, t.field, t.at.desc()),
    // For the list of what the console changed, in the order of the changes (lib/accounts/list-changes.ts).
    index("account_corrections_changed").on(t.supplierId, sql`coalesce(undone_at, at)`, t.id),
    // Not a list of names, because a later version may correct further fields.
    check("account_corrections_field_name", sql`${t.field} ~ '^[a-z][A-Za-z]*$'`),
    check("account_corrections_differ", sql`${t.oldValue} is distinct from ${t.newValue}`),
  ],
);
