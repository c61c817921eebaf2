import { sql } from "drizzle-orm";
import { boolean, check, date, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { type Locale, LOCALES } from "@/lib/languages";
import { DEFAULT_HISTORY_MONTHS, HISTORY_CHOICES, RETENTION_MONTHS } from "@/lib/month-settings";
import type { TradeWords } from "@/lib/trade-words";
import { id, instant, isOneOf } from "./columns";

const RECOVERY_ANSWERS = ["explicit", "neutral"] as const;
const LINK_TARGETS = ["sign_in", "direct"] as const;
export const LEGAL_ROLES = ["original", "duplicate"] as const;
const LOCALE_LIST = LOCALES.map((locale) => `'${locale}'`).join(", ");

/** An issuer of invoices, with its branded portal at `/{slug}` and its own settings. */
export const suppliers = pgTable(
  "suppliers",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    legalName: text().notNull(),
    siren: text(),
    vatNumber: text(),
    address: text().notNull().default(""),
    publisher: text().notNull().default(""),
    brandColor: text().notNull(),
    senderName: text().notNull(),
    senderAddress: text().notNull(),
    replyTo: text().notNull(),
    contactEmail: text().notNull(),
    contactPhone: text().notNull().default(""),
    /** For the languages without an entry in `contactHoursTexts`. */
    contactHours: text().notNull().default(""),
    contactHoursTexts: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
    /** The languages that its pages offer. */
    languages: text({ enum: LOCALES })
      .array()
      .notNull()
      .default([...LOCALES]),
    /** The words of its trade that replace « véhicule » and « contrat »; a missing one is not replaced. */
    tradeWords: jsonb().$type<TradeWords>().notNull().default({}),
    /** The fingerprint of the logo, which is the name of its object in storage; null without a logo. */
    logoSha256: text(),
    logoWidth: smallint(),
    logoHeight: smallint(),
    timeZone: text().notNull().default("Europe/Paris"),
    digestHour: smallint().notNull().default(18),
    retentionMonths: smallint().notNull().default(RETENTION_MONTHS.default),
    defaultHistoryMonths: smallint().notNull().default(DEFAULT_HISTORY_MONTHS),
    startsOn: date({ mode: "string" }),
    formerPortalName: text(),
    formerPortalUrl: text(),
    recoveryAnswer: text({ enum: RECOVERY_ANSWERS }).notNull().default("explicit"),
    linkOpens: text({ enum: LINK_TARGETS }).notNull().default("sign_in"),
    /** Whether customers may share an invoice by a link; when not, existing links stop working. */
    allowsSharing: boolean().notNull().default(true),
    defaultLegalRole: text({ enum: LEGAL_ROLES }).notNull().default("original"),
    /** Working days within which it promises to answer requests; null when it makes no promise. */
    answerWithinDays: smallint(),
    attachmentLimitBytes: integer().notNull().default(7_000_000),
    /**
     * The domain that was verified to be the supplier's. Its mails leave from `senderAddress` only when that address is on
     * this domain, and from the installation's address otherwise. A domain belongs to one supplier only.
     */
    verifiedDomain: text().unique("suppliers_domain_of_one"),
    /** The last check of the sender's domain, as `lib/settings/domain/domain-check.ts` describes it. */
    domainCheck: jsonb(),
    createdAt: instant().notNull(),
    /** Set while an operator has suspended it: no deposits, no staff, no new mails; customers go on reading. */
    suspendedAt: instant(),
  },
  (t) => [
    check("suppliers_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 63`),
    check("suppliers_slug_free", sql`not is_reserved_slug(${t.slug})`),
    check("suppliers_siren_valid", sql`${t.siren} is null or is_siren(${t.siren})`),
    check("suppliers_brand_color_hex", sql`${t.brandColor} ~ '^#[0-9a-f]{6}$'`),
    check("suppliers_digest_hour_range", sql`${t.digestHour} between 0 and 23`),
    check(
      "suppliers_retention_range",
      sql`${t.retentionMonths} between ${sql.raw(`${RETENTION_MONTHS.min} and ${RETENTION_MONTHS.max}`)}`,
    ),
    check("suppliers_history_choice", isOneOf(t.defaultHistoryMonths, HISTORY_CHOICES)),
    check("suppliers_recovery_answer_choice", isOneOf(t.recoveryAnswer, RECOVERY_ANSWERS)),
    check("suppliers_link_opens_choice", isOneOf(t.linkOpens, LINK_TARGETS)),
    check("suppliers_legal_role_choice", isOneOf(t.defaultLegalRole, LEGAL_ROLES)),
    check("suppliers_answer_within_range", sql`${t.answerWithinDays} between 1 and 30`),
    check("suppliers_attachment_limit_positive", sql`${t.attachmentLimitBytes} > 0`),
    check(
      "suppliers_languages_choice",
      sql`cardinality(${t.languages}) > 0 and ${t.languages} <@ array[${sql.raw(LOCALE_LIST)}]`,
    ),
    check(
      "suppliers_logo_complete",
      sql`num_nonnulls(${t.logoSha256}, ${t.logoWidth}, ${t.logoHeight}) in (0, 3) and ${t.logoSha256} ~ '^[0-9a-f]{64}$'`,
    ),
    check(
      "suppliers_former_portal_https",
      sql`${t.formerPortalUrl} is null or ${t.formerPortalUrl} ~ '^https://'`,
    ),
  ],
);
