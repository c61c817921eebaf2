import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { users } from "./users";

/** The notes of the supplier's staff about an account, for colleagues; the customer never sees them. */
export const accountNotes = pgTable(
  "account_notes",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    authorUserId: uuid().notNull(),
    text: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.authorUserId], foreignColumns: [users.id] }),
    index("account_notes_account").on(t.accountId, t.createdAt.desc(), t.id.desc()),
    check("account_notes_text_filled", sql`btrim(${t.text}) <> ''`),
  ],
);
