import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { TAKING_PROOFS, TAKING_WAYS } from "@/lib/taking-choices";
import { accounts } from "./accounts";
import { instant, isOneOf } from "./columns";
import { invoices } from "./invoices";

/**
 * That somebody of an account took an invoice: who, when and how (docs/decisions/0050-takings.md). One row for each
 * user and way; the first time counts. A row with `undoneAt` is kept as history and counts for nothing.
 */
export const invoiceTakings = pgTable(
  "invoice_takings",
  {
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** Null when no user is known: a direct link, or a mail to an address that is no user's proven one. */
    userId: uuid(),
    way: text({ enum: TAKING_WAYS }).notNull(),
    proof: text({ enum: TAKING_PROOFS }).notNull(),
    takenAt: instant().notNull(),
    /** The direct link, or the mail with the file; null for other ways. */
    sourceId: uuid(),
    undoneAt: instant(),
  },
  (t) => [
    unique("invoice_takings_once").on(t.invoiceId, t.userId, t.way).nullsNotDistinct(),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    // What one user has taken; the account comes first because row-level security compares it.
    index("invoice_takings_of_user")
      .on(t.accountId, t.userId, t.invoiceId)
      .where(sql`undone_at is null`),
    index("invoice_takings_of_invoice")
      .on(t.invoiceId, t.accountId)
      .where(sql`undone_at is null`),
    check("invoice_takings_way_choice", isOneOf(t.way, TAKING_WAYS)),
    check("invoice_takings_proof_choice", isOneOf(t.proof, TAKING_PROOFS)),
    check("invoice_takings_of_person", sql`${t.userId} is not null or ${t.way} in ('link', 'attachment')`),
  ],
);

/** A missing number of which a user of the account said « Ce n'est pas pour nous ». It is not asked about any more. */
export const settledNumbers = pgTable(
  "settled_numbers",
  {
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    number: text().notNull(),
    userId: uuid().notNull(),
    settledAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.number] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
  ],
);
