import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant, isOneOf, sha256 } from "./columns";
import { invoices } from "./invoices";
import { suppliers } from "./suppliers";
import { users } from "./users";

const TOKEN_PURPOSES = ["recovery", "activation", "invitation", "attachment"] as const;

/**
 * A mailed link with which its holder chooses a password (recovery, activation, invitation), or with which the user
 * who asked for it attaches the identifier that received it (attachment).
 */
export const tokens = pgTable(
  "tokens",
  {
    id: id(),
    purpose: text({ enum: TOKEN_PURPOSES }).notNull(),
    /** Null for the recovery or the invitation of an operator. */
    supplierId: uuid(),
    userId: uuid(),
    /** For an attachment: the user who asked for it; only this user may use it. */
    askingUserId: uuid(),
    email: text().notNull(),
    tokenHash: sha256().notNull(),
    createdAt: instant().notNull(),
    /** Null until the provider accepts the mail, for links whose validity starts then (R6). */
    expiresAt: instant(),
    consumedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    foreignKey({ columns: [t.askingUserId], foreignColumns: [users.id] }),
    unique("tokens_hash").on(t.tokenHash),
    index("tokens_email").on(t.supplierId, t.email),
    index("tokens_user").on(t.userId),
    index("tokens_asking_user")
      .on(t.askingUserId)
      .where(sql`asking_user_id is not null`),
    check(
      "tokens_of_installation",
      sql`${t.supplierId} is not null or ${t.purpose} in ('recovery', 'invitation')`,
    ),
    check("tokens_purpose_choice", isOneOf(t.purpose, TOKEN_PURPOSES)),
    check(
      "tokens_attachment_parties",
      sql`case ${t.purpose} when 'attachment' then ${t.userId} is not null and ${t.askingUserId} is not null
        else ${t.askingUserId} is null end`,
    ),
    check("tokens_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** A direct link in a mail: read-only access to the listed invoices, without a session (R19). */
export const linkCapabilities = pgTable(
  "link_capabilities",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    mailId: uuid(),
    tokenHash: sha256().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** The uses of the link. They identify no person. */
    firstUsedAt: instant(),
    lastUsedAt: instant(),
    useCount: integer().notNull().default(0),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    unique("link_capabilities_hash").on(t.tokenHash),
    unique("link_capabilities_account_id").on(t.accountId, t.id),
  ],
);

export const linkCapabilityInvoices = pgTable(
  "link_capability_invoices",
  {
    linkId: uuid().notNull(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    invoiceId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.linkId, t.invoiceId] }),
    foreignKey({
      columns: [t.accountId, t.linkId],
      foreignColumns: [linkCapabilities.accountId, linkCapabilities.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    index("link_capability_invoices_invoice").on(t.invoiceId),
  ],
);
