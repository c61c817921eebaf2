import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountCorrections } from "./account-corrections";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { users } from "./users";

/** A user of the former address, with the role before the change. */
interface FormerUser {
  id: string;
  role: "administrator" | "member";
}

/**
 * Each change of an account's notification address that staff made in the console (R21): who the new address belongs
 * to, and what the change ended, so that undoing it can restore that.
 */
export const addressChanges = pgTable(
  "address_changes",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    correctionId: uuid().notNull(),
    /** Common to the accounts that were changed by one form. */
    groupId: uuid().notNull(),
    newEmail: text().notNull(),
    /** Whether the same person has a new address; then filters and second factor move to the new identity. */
    isSamePerson: boolean().notNull(),
    keepsMember: boolean().notNull(),
    state: text({ enum: ["waiting", "applied", "undone", "replaced"] }).notNull(),
    /** The notification address before, to restore it. */
    formerEmail: text(),
    formerSource: text({ enum: ["api", "import", "adviser"] }),
    formerRecordedAt: instant(),
    /** Written when the change takes effect. */
    formerUsers: jsonb().$type<FormerUser[]>().notNull().default([]),
    newUserId: uuid(),
    /** The role that the new administrator had before the change; null for a new identity. */
    newUserRole: text({ enum: ["administrator", "member"] }),
    /** When the filters and the second factor moved to the new identity: written by the database (`move-identity.sql`). */
    movedAt: instant(),
    createdAt: instant().notNull(),
    appliedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.correctionId], foreignColumns: [accountCorrections.id] }),
    foreignKey({ columns: [t.newUserId], foreignColumns: [users.id] }),
    unique("address_changes_correction").on(t.correctionId),
    uniqueIndex("address_changes_waiting")
      .on(t.accountId)
      .where(sql`state = 'waiting'`),
    index("address_changes_account").on(t.accountId, t.createdAt.desc()),
    index("address_changes_group").on(t.groupId),
    index("address_changes_new_user").on(t.newUserId),
    check("address_changes_state_choice", sql`${t.state} in ('waiting', 'applied', 'undone', 'replaced')`),
    check("address_changes_email_lower", sql`${t.newEmail} = lower(${t.newEmail})`),
  ],
);
