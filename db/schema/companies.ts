import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";
import { suppliers } from "./suppliers";

/** A customer organisation of ONE supplier; each supplier of the same firm has its own row. */
export const companies = pgTable(
  "companies",
  {
    id: id(),
    supplierId: uuid().notNull(),
    name: text().notNull(),
    siren: text(),
    vatNumber: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("companies_supplier_siren").on(t.supplierId, t.siren),
    unique("companies_supplier_id").on(t.supplierId, t.id),
    check("companies_siren_valid", sql`${t.siren} is null or is_siren(${t.siren})`),
    check("companies_name_filled", sql`btrim(${t.name}) <> ''`),
  ],
);
