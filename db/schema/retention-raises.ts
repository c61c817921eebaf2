import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { suppliers } from "./suppliers";

/**
 * The last raise of a supplier's retention, while the last days of its invoices are moved in batches
 * (lib/settings/retention-raise).
 */
export const retentionRaises = pgTable(
  "retention_raises",
  {
    supplierId: uuid().primaryKey(),
    months: integer().notNull(),
    startedAt: instant().notNull(),
    /** When the retention was lowered meanwhile: later deposits keep what they were promised. */
    depositedBefore: instant(),
    /** The invoices up to this sequence are moved. */
    doneSequence: bigint({ mode: "bigint" }).notNull(),
    /** When all invoices of that moment were moved. */
    caughtUpAt: instant(),
    /** After it no deposit can arrive that read the retention before. */
    endedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    index("retention_raises_open")
      .on(t.supplierId)
      .where(sql`ended_at is null`),
  ],
);
