import { date, foreignKey, index, integer, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { invoices } from "./invoices";
import { suppliers } from "./suppliers";

/** Invoices of accounts on paper that a member of staff took to print them (R22). */
export const paperPacks = pgTable(
  "paper_packs",
  {
    id: id(),
    supplierId: uuid().notNull(),
    takenBy: uuid().notNull(),
    takenAt: instant().notNull(),
    /** The first and the last issue date. */
    firstIssuedOn: date({ mode: "string" }).notNull(),
    lastIssuedOn: date({ mode: "string" }).notNull(),
    invoiceCount: integer().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("paper_packs_supplier_id").on(t.supplierId, t.id),
    index("paper_packs_newest").on(t.supplierId, t.takenAt.desc(), t.id.desc()),
  ],
);

/** An invoice of a pack. While one exists, the supplier's staff may read its original. */
export const paperPackInvoices = pgTable(
  "paper_pack_invoices",
  {
    packId: uuid().notNull(),
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.packId, t.invoiceId] }),
    foreignKey({
      columns: [t.supplierId, t.packId],
      foreignColumns: [paperPacks.supplierId, paperPacks.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    unique("paper_pack_invoices_once").on(t.invoiceId),
  ],
);
