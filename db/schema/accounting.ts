import { sql } from "drizzle-orm";
import {
  bigint,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";

/** How the customer books the invoices of an account (lib/accounting/accounting-settings.ts). */
export const accountingSettings = pgTable(
  "accounting_settings",
  {
    accountId: uuid().primaryKey(),
    supplierId: uuid().notNull(),
    journal: text().notNull(),
    supplierAccount: text().notNull(),
    supplierAuxiliary: text().notNull(),
    rentAccount: text().notNull(),
    maintenanceAccount: text().notNull(),
    insuranceAccount: text().notNull(),
    otherAccount: text().notNull(),
    suspenseAccount: text().notNull(),
    /** The account of each rate of VAT, by `vatKey`. */
    vatAccounts: jsonb().$type<Record<string, string>>().notNull(),
    /** `yes`, `no`, or null when it is not said. */
    recovery: text({ enum: ["yes", "no"] }),
    analyticCode: text().notNull(),
    /** What is different for single vehicles and contracts. */
    rules: jsonb()
      .$type<{ subject: string; recovery: "yes" | "no" | null; analyticCode: string }[]>()
      .notNull(),
    startsOn: date({ mode: "string" }),
    updatedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    check("accounting_settings_recovery_choice", sql`${t.recovery} in ('yes', 'no')`),
  ],
);

/** Invoices given to the customer's accounting together, under one number. Nothing in it changes later. */
export const accountingBatches = pgTable(
  "accounting_batches",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** Counted from 1 within the account. */
    number: integer().notNull(),
    currency: char({ length: 3 }).notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    /** Journal, auxiliary account and words of its files, as they were then. */
    facts: jsonb().notNull(),
    invoiceCount: integer().notNull(),
    creditNoteCount: integer().notNull(),
    /** How many invoices have a line to complete. */
    incompleteCount: integer().notNull(),
    firstIssuedOn: date({ mode: "string" }).notNull(),
    lastIssuedOn: date({ mode: "string" }).notNull(),
    /** Credit notes are negative. */
    totalMinor: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    unique("accounting_batches_number").on(t.accountId, t.number),
    check("accounting_batches_filled", sql`${t.invoiceCount} > 0`),
  ],
);

/**
 * The entry of an invoice in a batch. It stays when the invoice leaves the portal: the batch must be the same whenever
 * it is given again. So the invoice is no foreign key. The batch is none either: its row, with the totals, is added
 * after its entries, in the same transaction.
 */
export const accountingEntries = pgTable(
  "accounting_entries",
  {
    batchId: uuid().notNull(),
    /** Counted from 1 within the batch. */
    position: integer().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    invoiceId: uuid().notNull(),
    number: text().notNull(),
    type: text({ enum: ["invoice", "credit_note"] }).notNull(),
    issuedOn: date({ mode: "string" }).notNull(),
    dueOn: date({ mode: "string" }),
    sellerName: text().notNull(),
    totalMinor: bigint({ mode: "bigint" }).notNull(),
    lines: jsonb().$type<unknown[]>().notNull(),
    /** The batch that told of the invoice's withdrawal. */
    withdrawalToldIn: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    unique("accounting_entries_once").on(t.accountId, t.invoiceId),
    index("accounting_entries_told")
      .on(t.withdrawalToldIn)
      .where(sql`withdrawal_told_in is not null`),
  ],
);
