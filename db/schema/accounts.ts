import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";
import { id, instant, isOneOf } from "./columns";
import { companies } from "./companies";

const EMAIL_SOURCES = ["api", "import", "adviser"] as const;
const ACCOUNT_STATES = ["open", "closing", "closed"] as const;

/** The space of a company at its supplier, with its invoices and its notification settings. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    supplierId: uuid().notNull(),
    companyId: uuid().notNull(),
    customerNumber: text().notNull(),
    /** The name that the supplier gave this account; null when it is the company's. Renaming one renames no other. */
    companyName: text(),
    /** How the company receives electronic invoices, as the supplier recorded it; no directory is called. */
    siret: text(),
    routingCode: text(),
    electronicAddress: text(),
    /** The day on which an adviser compared these with the customer's answer or the directory. */
    checkedOn: date({ mode: "string" }),
    /** Notification address, lower-case; null puts the account on the adviser's « no address » list (R4). */
    email: text(),
    emailSource: text({ enum: EMAIL_SOURCES }),
    emailRecordedAt: instant(),
    preference: text({ enum: PREFERENCES }).notNull().default("none"),
    channel: text({ enum: CHANNELS }).notNull().default("electronic"),
    state: text({ enum: ACCOUNT_STATES }).notNull().default("open"),
    /** A change of address waiting for the next invoice (R21). */
    pendingEmail: text(),
    pendingSince: instant(),
    pendingKeepsMember: boolean().notNull().default(false),
    adviserName: text(),
    adviserEmail: text(),
    adviserPhone: text(),
    locale: text({ enum: LOCALES }).notNull().default(DEFAULT_LOCALE),
    activationQueuedAt: instant(),
    /** The account was warned of never-downloaded invoices that are removed up to this day. */
    expiryWarnedThrough: date({ mode: "string" }),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.supplierId, t.companyId],
      foreignColumns: [companies.supplierId, companies.id],
    }),
    unique("accounts_customer_number").on(t.supplierId, t.customerNumber),
    unique("accounts_supplier_id").on(t.supplierId, t.id),
    index("accounts_company").on(t.companyId),
    index("accounts_expiry_due")
      .on(t.supplierId, t.expiryWarnedThrough.asc().nullsFirst())
      .where(sql`channel = 'electronic' and state <> 'closed' and email is not null`),
    index("accounts_email").on(t.supplierId, t.email),
    check(
      "accounts_customer_number_filled",
      sql`btrim(${t.customerNumber}) = ${t.customerNumber} and ${t.customerNumber} <> ''`,
    ),
    check("accounts_company_name_filled", sql`btrim(${t.companyName}) <> ''`),
    check("accounts_siret_form", sql`${t.siret} ~ '^[0-9]{14}$'`),
    check("accounts_email_lower", sql`${t.email} = lower(${t.email})`),
    check("accounts_pending_email_lower", sql`${t.pendingEmail} = lower(${t.pendingEmail})`),
    check(
      "accounts_email_source_known",
      sql`(${t.email} is null) or (${isOneOf(t.emailSource, EMAIL_SOURCES)})`,
    ),
    check("accounts_preference_choice", isOneOf(t.preference, PREFERENCES)),
    check("accounts_channel_choice", isOneOf(t.channel, CHANNELS)),
    check("accounts_state_choice", isOneOf(t.state, ACCOUNT_STATES)),
    check("accounts_locale_choice", sql`${t.locale} ~ '^[a-z]{2}$'`),
  ],
);
