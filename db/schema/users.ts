import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { HISTORY_CHOICES } from "@/lib/month-settings";
import { ROLES } from "@/lib/roles";
import { accounts } from "./accounts";
import { id, instant, isOneOf } from "./columns";
import { suppliers } from "./suppliers";

const USER_STATUSES = ["active", "disabled"] as const;

/**
 * A sign-in identity of one account, one supplier, or the installation. Never deleted: identifiers are never reused.
 */
export const users = pgTable(
  "users",
  {
    id: id(),
    identifier: text().notNull().unique(),
    name: text().notNull().default(""),
    email: text(),
    /** Set only when a mailed link is used. */
    emailVerifiedAt: instant(),
    passwordHash: text(),
    passwordChangedAt: instant(),
    role: text({ enum: ROLES }).notNull(),
    status: text({ enum: USER_STATUSES }).notNull().default("active"),
    mustChangePassword: boolean().notNull().default(false),
    /** The end of validity of a default password or an invitation given by an administrator. */
    defaultPasswordExpiresAt: instant(),
    /** Sessions contain the stamp at their opening; increasing it ends all of them. */
    stamp: integer().notNull().default(1),
    locale: text({ enum: LOCALES }).notNull().default(DEFAULT_LOCALE),
    historyMonths: smallint(),
    /** Common to all users that a person has proven to be theirs; null when nothing is attached. */
    personId: uuid(),
    lastSignInAt: instant(),
    accountId: uuid(),
    supplierId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.accountId], foreignColumns: [accounts.id] }),
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    index("users_account").on(t.accountId),
    index("users_supplier").on(t.supplierId),
    index("users_email").on(t.email),
    index("users_person").on(t.personId),
    check("users_identifier_lower", sql`${t.identifier} = lower(${t.identifier}) and ${t.identifier} <> ''`),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_status_choice", isOneOf(t.status, USER_STATUSES)),
    check("users_locale_choice", sql`${t.locale} ~ '^[a-z]{2}$'`),
    check("users_history_choice", isOneOf(t.historyMonths, HISTORY_CHOICES)),
    check(
      "users_belong_once",
      sql`case ${t.role}
        when 'administrator' then ${t.accountId} is not null and ${t.supplierId} is null
        when 'member' then ${t.accountId} is not null and ${t.supplierId} is null
        when 'adviser' then ${t.accountId} is null and ${t.supplierId} is not null
        when 'manager' then ${t.accountId} is null and ${t.supplierId} is not null
        when 'operator' then ${t.accountId} is null and ${t.supplierId} is null
        else false end`,
    ),
  ],
);
