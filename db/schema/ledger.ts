import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, isOneOf, sha256 } from "./columns";
import { suppliers } from "./suppliers";

const ENTRY_KINDS = ["deposited", "withdrawn", "removed"] as const;

/** The last entry of each supplier's chain; locked last in a transaction. */
export const ledgerHeads = pgTable(
  "ledger_heads",
  {
    supplierId: uuid().primaryKey(),
    sequence: bigint({ mode: "bigint" }).notNull(),
    hash: sha256().notNull(),
  },
  (t) => [foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] })],
);

/**
 * How far each chain was read again (lib/ledger/walk-ledgers.ts): the last entry that was found right, from which the next
 * run continues.
 */
export const ledgerChecks = pgTable(
  "ledger_checks",
  {
    supplierId: uuid().primaryKey(),
    sequence: bigint({ mode: "bigint" }).notNull(),
    hash: sha256().notNull(),
    roundStartedAt: instant().notNull(),
    /** When the whole chain was read last and found right. */
    roundEndedAt: instant(),
    checkedAt: instant().notNull(),
    /** The entry that is missing or does not match; it is looked at again by each run. */
    wrongSequence: bigint({ mode: "bigint" }),
  },
  (t) => [foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] })],
);

/**
 * The entries of the ledger: append-only, kept after the invoice. lib/ledger/ledger-entry.ts defines the hashed
 * bytes.
 */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    supplierId: uuid().notNull(),
    sequence: bigint({ mode: "bigint" }).notNull(),
    kind: text({ enum: ENTRY_KINDS }).notNull(),
    invoiceId: uuid().notNull(),
    accountId: uuid().notNull(),
    number: text().notNull(),
    issuedOn: date({ mode: "string" }).notNull(),
    sha256: sha256().notNull(),
    recordedAt: instant().notNull(),
    previousHash: sha256().notNull(),
    hash: sha256().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supplierId, t.sequence] }),
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    index("ledger_entries_invoice").on(t.invoiceId),
    index("ledger_entries_sha256").on(t.sha256),
    index("ledger_entries_removed")
      .on(t.accountId, t.issuedOn)
      .where(sql`kind = 'removed'`),
    index("ledger_entries_account_number").on(t.accountId, t.number),
    // What was withdrawn after the customer took it into its accounting (lib/accounting).
    index("ledger_entries_withdrawn")
      .on(t.accountId)
      .where(sql`kind = 'withdrawn'`),
    check("ledger_entries_kind_choice", isOneOf(t.kind, ENTRY_KINDS)),
  ],
);
