import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { invoices } from "./invoices";

/** BG-23: the VAT of an invoice, one row for each category and rate, with the original's sign. */
export const invoiceVat = pgTable(
  "invoice_vat",
  {
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    position: integer().notNull(),
    /** BT-118, UNCL 5305; null when the deposit gives a rate only. */
    category: text(),
    /** BT-119, in percent; null outside the scope of VAT. */
    rate: numeric(),
    /** BT-116 */
    baseMinor: bigint({ mode: "bigint" }).notNull(),
    /** BT-117 */
    taxMinor: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [
    unique("invoice_vat_position").on(t.invoiceId, t.position),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    check("invoice_vat_said", sql`${t.category} is not null or ${t.rate} is not null`),
  ],
);

/** BG-25: the lines of an invoice, in the order of the file. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    position: integer().notNull(),
    /** BT-153 */
    name: text(),
    /** BT-131, as written: lines may have more decimals than the currency. */
    netAmount: numeric(),
    /** BT-151, UNCL 5305. */
    vatCategory: text(),
    /** BT-152, in percent. */
    vatRate: numeric(),
    contract: text(),
    vehicle: text(),
    /** BT-134 and BT-135 */
    periodFrom: date({ mode: "string" }),
    periodTo: date({ mode: "string" }),
  },
  (t) => [
    unique("invoice_lines_position").on(t.invoiceId, t.position),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
  ],
);
