import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, isOneOf } from "./columns";
import { MAIL_REASONS } from "./mail-reasons";
import { mails } from "./mails";
import { suppliers } from "./suppliers";

const ADDRESS_STATES = ["suppressed", "complained", "bounced"] as const;
const EVENT_STATES = ["sent", "delayed", "delivered", "bounced", "complained", "undeliverable"] as const;

/**
 * Addresses that bounced, complained or are suppressed by the provider, per supplier; the state limits further mails.
 */
export const mailAddresses = pgTable(
  "mail_addresses",
  {
    supplierId: uuid().notNull(),
    email: text().notNull(),
    state: text({ enum: ADDRESS_STATES }).notNull(),
    reason: text({ enum: MAIL_REASONS }).notNull(),
    /**
     * The text with which the receiving server refused a mail, such as `550 5.1.1 User unknown`; null when none was
     * reported.
     */
    serverAnswer: text(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supplierId, t.email] }),
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    check("mail_addresses_state_choice", isOneOf(t.state, ADDRESS_STATES)),
    check("mail_addresses_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** The events of the mail provider, each once; `mailId` is null until our mail is recorded as sent. */
export const mailEvents = pgTable(
  "mail_events",
  {
    /** The provider's id of the event. */
    id: text().primaryKey(),
    /** The provider's id of the mail. */
    messageId: text().notNull(),
    mailId: uuid(),
    state: text({ enum: EVENT_STATES }).notNull(),
    reason: text({ enum: MAIL_REASONS }),
    addressState: text({ enum: ADDRESS_STATES }),
    /** The addresses the event is about, as the provider names them; null when it names none. */
    recipients: text().array(),
    serverAnswer: text(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.mailId], foreignColumns: [mails.id] }),
    index("mail_events_early")
      .on(t.messageId)
      .where(sql`mail_id is null`),
    index("mail_events_received").on(t.receivedAt),
    check("mail_events_state_choice", isOneOf(t.state, EVENT_STATES)),
    check("mail_events_address_state_choice", isOneOf(t.addressState, ADDRESS_STATES)),
  ],
);
