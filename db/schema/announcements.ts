import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { instant } from "./columns";

/**
 * How many documents a supplier says it issued to an account in a month, and their sum with VAT in minor units; credit
 * notes count negative. One row for each currency.
 */
export const invoiceAnnouncements = pgTable(
  "invoice_announcements",
  {
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** `YYYY-MM`, the month of the issue dates. */
    month: text().notNull(),
    currency: text().notNull(),
    documentCount: integer().notNull(),
    totalMinor: bigint({ mode: "bigint" }).notNull(),
    announcedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.month, t.currency] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    index("invoice_announcements_newest").on(t.supplierId, t.month.desc(), t.accountId, t.currency),
    check("invoice_announcements_month", sql`month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check("invoice_announcements_count", sql`document_count >= 0`),
  ],
);
