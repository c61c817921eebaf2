import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { INVISIBLE_CHARACTERS } from "@/lib/invisible-text";
import { accounts } from "./accounts";
import { id, instant, isOneOf, sha256 } from "./columns";
import { deposits } from "./deposits";
import { LEGAL_ROLES } from "./suppliers";

const INVOICE_TYPES = ["invoice", "credit_note"] as const;
const FORMATS = ["pdf", "facturx", "zugferd", "cii", "ubl"] as const;
const MEDIA_TYPES = ["application/pdf", "application/xml"] as const;
const INVOICE_STATES = ["available", "withdrawn"] as const;

/** -1 for a credit note whose original writes a positive total (type 381), else 1; see `signOf` in lib/money. */
const sign = sql`(case when type = 'credit_note' and total_with_vat_minor > 0 then -1 else 1 end)`;

/** Returns the number without invisible characters, as the index `invoices_number_as_seen` contains it. */
function withoutInvisibleSigns(number: AnyPgColumn): SQL<string> {
  const codes = [...INVISIBLE_CHARACTERS].map((character) =>
    character.charCodeAt(0).toString(16).padStart(4, "0"),
  );
  return sql`translate(${number}, U&'${sql.raw(codes.map((code) => `\\${code}`).join(""))}', '')`;
}

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
    type: text({ enum: INVOICE_TYPES }).notNull(),
    typeCode: text().notNull(),
    issuedOn: date({ mode: "string" }).notNull(),
    issuedYear: integer()
      .notNull()
      .generatedAlwaysAs(sql`extract(year from issued_on)::int`),
    dueOn: date({ mode: "string" }),
    currency: char({ length: 3 }).notNull(),
    totalWithVatMinor: bigint({ mode: "bigint" }).notNull(),
    totalWithoutVatMinor: bigint({ mode: "bigint" }),
    /**
     * The factor that makes the original's amounts ready to be added up: with it, the amounts of a credit note are
     * negative.
     */
    sign: smallint().notNull().generatedAlwaysAs(sign),
    /** The totals multiplied by `sign`; the other totals keep the sign of the original. */
    signedWithVatMinor: bigint({ mode: "bigint" })
      .notNull()
      .generatedAlwaysAs(sql`${sign} * total_with_vat_minor`),
    signedWithoutVatMinor: bigint({ mode: "bigint" }).generatedAlwaysAs(
      sql`${sign} * total_without_vat_minor`,
    ),
    /** BT-81, UNTDID 4461; null when the file does not state it. */
    paymentMeans: text(),
    /** BT-84: the account that a transfer goes to, an IBAN for instance. */
    paymentAccount: text(),
    contracts: text().array().notNull(),
    vehicles: text().array().notNull(),
    /** Number, contracts and plates as a search compares them (db/functions/constraint-rules.sql). */
    searched: text()
      .notNull()
      .generatedAlwaysAs(sql`searched_text(number, contracts, vehicles)`),
    /** The issuer that assigned the number: `siren:…`, `vat:…`, `name:…` or `supplier`; see docs/decisions/0008. */
    sellerKey: text().notNull(),
    sellerName: text().notNull(),
    sellerSiren: text(),
    sellerVatNumber: text(),
    buyerName: text().notNull(),
    buyerSiren: text(),
    buyerVatNumber: text(),
    format: text({ enum: FORMATS }).notNull(),
    profile: text(),
    mediaType: text({ enum: MEDIA_TYPES }).notNull(),
    xmlAttachment: text(),
    /**
     * Names of the documents joined to the invoice; the URL of each ends with its position in this list, counted from
     * 1.
     */
    joinedDocuments: text().array().notNull().default([]),
    hasActiveContent: boolean().notNull().default(false),
    sha256: sha256().notNull(),
    size: integer().notNull(),
    storageKey: text().notNull(),
    fileName: text().notNull(),
    legalRole: text({ enum: LEGAL_ROLES }).notNull(),
    state: text({ enum: INVOICE_STATES }).notNull().default("available"),
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
    index("invoices_number_as_seen")
      .on(t.supplierId, withoutInvisibleSigns(t.number), t.issuedYear)
      .where(sql`state = 'available'`),
    uniqueIndex("invoices_sha256")
      .on(t.supplierId, t.sha256)
      .where(sql`state = 'available'`),
    // For the console's search, across all accounts of a supplier (db/functions/account-search.sql).
    index("invoices_found_by_number").on(t.supplierId, sql`folded_text(number) text_pattern_ops`),
    index("invoices_found_by_contract")
      .using("gin", sql`contract_keys(supplier_id, contracts, vehicles)`)
      .with({ fastupdate: false }),
    index("invoices_newest_first")
      .on(t.accountId, t.issuedOn.desc(), t.id.desc())
      .where(sql`state = 'available'`),
    // The list sorted by amount (sort-invoices.ts): by currency, then as shown.
    index("invoices_largest_first")
      .on(t.accountId, sql`currency collate "C" desc nulls last`, t.signedWithVatMinor.desc(), t.id.desc())
      .where(sql`state = 'available'`),
    index("invoices_account_leaving")
      .on(t.accountId, t.removeAfter)
      .where(sql`state = 'available'`),
    index("invoices_account_sequence").on(t.accountId, t.sequence),
    index("invoices_account_number").on(t.accountId, t.number),
    index("invoices_deposit").on(t.depositId),
    index("invoices_remove_after").on(t.removeAfter),
    check("invoices_type_choice", isOneOf(t.type, INVOICE_TYPES)),
    check("invoices_format_choice", isOneOf(t.format, FORMATS)),
    check("invoices_media_type_choice", isOneOf(t.mediaType, MEDIA_TYPES)),
    check("invoices_legal_role_choice", isOneOf(t.legalRole, LEGAL_ROLES)),
    check("invoices_state_choice", isOneOf(t.state, INVOICE_STATES)),
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

/** The number as people see it; comparisons with it use `invoices_number_as_seen`. */
export const numberAsSeen = withoutInvisibleSigns(invoices.number);

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
