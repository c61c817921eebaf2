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
    /**
     * The name that the supplier gave this account; null when it is the name of the company. Renaming one account does
     * not rename the others.
     */
    companyName: text(),
    /**
     * The name as lists sort it, without case, accents and signs; written by PostgreSQL
     * (db/functions/account-search.sql).
     */
    sortName: text().notNull().default(""),
    /** How the company receives electronic invoices, as the supplier recorded it; no directory is called. */
    siret: text(),
    routingCode: text(),
    electronicAddress: text(),
    /** The day on which an adviser compared these values with the customer's answer or the directory. */
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
    /**
     * The adviser of the account, a member of the supplier's staff; PostgreSQL checks that
     * (db/functions/account-guards.sql).
     */
    adviserUserId: uuid(),
    locale: text({ enum: LOCALES }).notNull().default(DEFAULT_LOCALE),
    /**
     * When the newest activation mail was queued (R2); null before the first mail, and after a change of address, until
     * the new address gets an activation mail.
     */
    activationQueuedAt: instant(),
    /** When an administrator first chose a password after that mail; written by PostgreSQL. Null: never activated. */
    activatedAt: instant(),
    /** The daily check of the account's invoices (lib/retention/check-unread.ts), and what it found. */
    unreadCheckedOn: date({ mode: "string" }),
    /** The deposit of the oldest invoice that nobody has opened; null unless that was over 30 days ago. */
    unseenSince: instant(),
    /** The earliest last day of the invoices that are removed within 30 days and that nobody has downloaded. */
    leavingOn: date({ mode: "string" }),
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
    index("accounts_pending_email")
      .on(t.supplierId, t.pendingEmail)
      .where(sql`pending_email is not null`),
    // The lists of the console (lib/accounts/lists).
    index("accounts_by_name").on(t.supplierId, sql`sort_name collate "C"`, t.id),
    index("accounts_no_address")
      .on(t.supplierId, t.id)
      .where(sql`email is null and channel = 'electronic' and state = 'open'`),
    index("accounts_paper")
      .on(t.supplierId, t.id)
      .where(sql`channel = 'paper' and state <> 'closed'`),
    index("accounts_never_activated")
      .on(t.supplierId, t.activationQueuedAt)
      .where(sql`activated_at is null and activation_queued_at is not null`),
    index("accounts_unseen")
      .on(t.supplierId, t.unseenSince)
      .where(sql`unseen_since is not null`),
    index("accounts_leaving")
      .on(t.supplierId, t.leavingOn)
      .where(sql`leaving_on is not null`),
    index("accounts_unread_check_due").on(t.supplierId, t.unreadCheckedOn.asc().nullsFirst()),
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
