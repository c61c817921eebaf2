import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant, sha256 } from "./columns";
import { deposits } from "./deposits";

/** One deposited document. A row exists only if its original is stored and the SHA-256 matched. */
export const invoices = pgTable(
  "invoices",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    depositId: uuid().notNull(),
    depositedAt: instant().notNull(),
    /**
     * The ledger's sequence of the deposit: without gaps, in commit order per supplier; a `since` cursor misses
     * nothing.
     */
    sequence: bigint({ mode: "bigint" }).notNull(),
    number: text().notNull(),
    type: text({ enum: ["invoice", "credit_note"] }).notNull(),
    typeCode: text().notNull(),
    issuedOn: date({ mode: "string" }).notNull(),
    issuedYear: integer()
      .notNull()
      .generatedAlwaysAs(sql`extract(year from issued_on)::int`),
    dueOn: date({ mode: "string" }),
    currency: char({ length: 3 }).notNull(),
    totalWithVatMinor: bigint({ mode: "bigint" }).notNull(),
    totalWithoutVatMinor: bigint({ mode: "bigint" }),
    contracts: text().array().notNull(),
    vehicles: text().array().notNull(),
    /** The issuer that assigned the number: `siren:…`, `vat:…`, `name:…` or `supplier`; see docs/decisions/0008. */
    sellerKey: text().notNull(),
    sellerName: text().notNull(),
    sellerSiren: text(),
    sellerVatNumber: text(),
    buyerName: text().notNull(),
    buyerSiren: text(),
    buyerVatNumber: text(),
    format: text({ enum: ["pdf", "facturx", "zugferd", "cii", "ubl"] }).notNull(),
    profile: text(),
    mediaType: text({ enum: ["application/pdf", "application/xml"] }).notNull(),
    xmlAttachment: text(),
    hasActiveContent: boolean().notNull().default(false),
    sha256: sha256().notNull(),
    size: integer().notNull(),
    storageKey: text().notNull(),
    fileName: text().notNull(),
    legalRole: text({ enum: ["original", "duplicate"] }).notNull(),
    state: text({ enum: ["available", "withdrawn"] })
      .notNull()
      .default("available"),
    withdrawnAt: instant(),
    withdrawnReason: text(),
    removeAfter: date({ mode: "string" }).notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.supplierId, t.depositId], foreignColumns: [deposits.supplierId, deposits.id] }),
    unique("invoices_account_id").on(t.accountId, t.id),
    unique("invoices_sequence").on(t.supplierId, t.sequence),
    uniqueIndex("invoices_number")
      .on(t.supplierId, t.sellerKey, t.number, t.issuedYear)
      .where(sql`state = 'available'`),
    uniqueIndex("invoices_sha256")
      .on(t.supplierId, t.sha256)
      .where(sql`state = 'available'`),
    index("invoices_newest_first")
      .on(t.accountId, t.issuedOn.desc(), t.id.desc())
      .where(sql`state = 'available'`),
    index("invoices_account_leaving")
      .on(t.accountId, t.removeAfter)
      .where(sql`state = 'available'`),
    index("invoices_account_sequence").on(t.accountId, t.sequence),
    index("invoices_account_number").on(t.accountId, t.number),
    index("invoices_deposit").on(t.depositId),
    index("invoices_remove_after").on(t.removeAfter),
    check("invoices_type_choice", sql`${t.type} in ('invoice', 'credit_note')`),
    check("invoices_format_choice", sql`${t.format} in ('pdf', 'facturx', 'zugferd', 'cii', 'ubl')`),
    check("invoices_media_type_choice", sql`${t.mediaType} in ('application/pdf', 'application/xml')`),
    check("invoices_legal_role_choice", sql`${t.legalRole} in ('original', 'duplicate')`),
    check("invoices_state_choice", sql`${t.state} in ('available', 'withdrawn')`),
    check("invoices_withdrawn_dated", sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check("invoices_currency_form", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      "invoices_number_form",
      sql`${t.number} = btrim(${t.number}) and ${t.number} <> '' and ${t.number} !~ '[[:cntrl:]]'`,
    ),
    check("invoices_sha256_length", sql`octet_length(${t.sha256}) = 32`),
    check("invoices_size_positive", sql`${t.size} > 0`),
    check("invoices_removed_after_issue", sql`${t.removeAfter} > ${t.issuedOn}`),
  ],
);

/** BG-3: the preceding invoices a document refers to (for a credit note, the credited invoices). */
export const invoiceReferences = pgTable(
  "invoice_references",
  {
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    position: integer().notNull(),
    number: text().notNull(),
    issuedOn: date({ mode: "string" }),
  },
  (t) => [
    unique("invoice_references_position").on(t.invoiceId, t.position),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    index("invoice_references_number").on(t.accountId, t.number),
  ],
);

/** The readings of an invoice by a user; written after a response to a signed-in customer, never for staff. */
export const invoiceReadings = pgTable(
  "invoice_readings",
  {
    invoiceId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    seenAt: instant(),
    downloadedAt: instant(),
  },
  (t) => [
    unique("invoice_readings_once").on(t.userId, t.invoiceId),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    index("invoice_readings_invoice").on(t.invoiceId),
  ],
);
