import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, isOneOf, sha256 } from "./columns";
import { suppliers } from "./suppliers";

const DEPOSIT_SOURCES = ["api", "archive"] as const;
const DEPOSIT_STATES = ["processing", "done", "failed"] as const;
const FILE_RESULTS = ["accepted", "already_there", "refused"] as const;

/** One delivery of one or many files by a supplier. */
export const deposits = pgTable(
  "deposits",
  {
    id: id(),
    supplierId: uuid().notNull(),
    supplierKeyId: uuid(),
    source: text({ enum: DEPOSIT_SOURCES }).notNull(),
    state: text({ enum: DEPOSIT_STATES }).notNull(),
    fileCount: integer().notNull(),
    receivedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("deposits_supplier_id").on(t.supplierId, t.id),
    index("deposits_newest_first").on(t.supplierId, t.receivedAt.desc(), t.id.desc()),
    check("deposits_source_choice", isOneOf(t.source, DEPOSIT_SOURCES)),
    check("deposits_state_choice", isOneOf(t.state, DEPOSIT_STATES)),
  ],
);

/** A file of a deposit with its result. */
export const depositFiles = pgTable(
  "deposit_files",
  {
    id: id(),
    supplierId: uuid().notNull(),
    depositId: uuid().notNull(),
    fileName: text().notNull(),
    size: integer().notNull(),
    sha256: sha256(),
    result: text({ enum: FILE_RESULTS }).notNull(),
    invoiceId: uuid(),
    problems: jsonb().$type<{ type: string; detail: string }[]>().notNull().default([]),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.depositId], foreignColumns: [deposits.supplierId, deposits.id] }),
    index("deposit_files_deposit").on(t.depositId),
    check("deposit_files_result_choice", isOneOf(t.result, FILE_RESULTS)),
  ],
);
