import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, sha256 } from "./columns";
import { suppliers } from "./suppliers";

/** One delivery of one or many files by a supplier. */
export const deposits = pgTable(
  "deposits",
  {
    id: id(),
    supplierId: uuid().notNull(),
    supplierKeyId: uuid(),
    source: text({ enum: ["api", "archive"] }).notNull(),
    state: text({ enum: ["processing", "done", "failed"] }).notNull(),
    fileCount: integer().notNull(),
    receivedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("deposits_supplier_id").on(t.supplierId, t.id),
    index("deposits_newest_first").on(t.supplierId, t.receivedAt.desc(), t.id.desc()),
    check("deposits_source_choice", sql`${t.source} in ('api', 'archive')`),
    check("deposits_state_choice", sql`${t.state} in ('processing', 'done', 'failed')`),
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
    result: text({ enum: ["accepted", "already_there", "refused"] }).notNull(),
    invoiceId: uuid(),
    problems: jsonb().$type<{ type: string; detail: string }[]>().notNull().default([]),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.depositId], foreignColumns: [deposits.supplierId, deposits.id] }),
    index("deposit_files_deposit").on(t.depositId),
    check("deposit_files_result_choice", sql`${t.result} in ('accepted', 'already_there', 'refused')`),
  ],
);
