import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { RECIPIENT_LENGTH } from "@/lib/share-limits";
import { accounts } from "./accounts";
import { id, instant, sha256 } from "./columns";
import { invoices } from "./invoices";
import { users } from "./users";

/**
 * A link with which a customer's user shares one invoice with somebody outside the portal (« Partager »): read-only,
 * without a session. Its uses say nothing about the account's own reading.
 */
export const invoiceShares = pgTable(
  "invoice_shares",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    invoiceId: uuid().notNull(),
    /** Who made it. */
    userId: uuid().notNull(),
    /** For whom it is, as the maker typed it. */
    recipient: text().notNull(),
    tokenHash: sha256().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** Who revoked it: the maker or an administrator. Null when it ended with the access of its maker. */
    revokedById: uuid(),
    /** The uses of the link. They identify no person. */
    firstUsedAt: instant(),
    lastUsedAt: instant(),
    useCount: integer().notNull().default(0),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.revokedById], foreignColumns: [users.id] }),
    unique("invoice_shares_hash").on(t.tokenHash),
    index("invoice_shares_invoice").on(t.accountId, t.invoiceId),
    check(
      "invoice_shares_recipient_length",
      sql`length(${t.recipient}) between 1 and ${sql.raw(String(RECIPIENT_LENGTH))}`,
    ),
    // Seven days (lib/tokens/life-spans.ts), to the end of the last one in UTC, in each time zone.
    check("invoice_shares_life", sql`${t.expiresAt} <= ${t.createdAt} + interval '9 days'`),
    check("invoice_shares_revoked_by", sql`${t.revokedAt} is not null or ${t.revokedById} is null`),
  ],
);
