import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";
import { accounts } from "./accounts";
import { id, instant, isOneOf } from "./columns";
import { invoices } from "./invoices";

const NOTIFICATION_STATES = ["waiting", "mailed", "nothing_to_send", "cancelled"] as const;

/** One daily mail that lists an account's waiting notifications. */
export const digests = pgTable(
  "digests",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    day: date({ mode: "string" }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    index("digests_account_day").on(t.accountId, t.day),
    unique("digests_account_id").on(t.accountId, t.id),
  ],
);

/** The notification of an account about one invoice, with the preference as it was at the deposit. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    invoiceId: uuid().notNull(),
    generation: integer().notNull().default(1),
    preference: text({ enum: PREFERENCES }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    state: text({ enum: NOTIFICATION_STATES }).notNull(),
    digestId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({
      columns: [t.accountId, t.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.accountId, t.digestId], foreignColumns: [digests.accountId, digests.id] }),
    unique("notifications_once").on(t.invoiceId, t.generation),
    index("notifications_waiting")
      .on(t.accountId, t.createdAt)
      .where(sql`state = 'waiting'`),
    // For what is made for one supplier after the other.
    index("notifications_waiting_of_supplier")
      .on(t.supplierId, t.accountId, t.createdAt)
      .where(sql`state = 'waiting'`),
    // For the invoices that an account missed (lib/notifications/find-missed.ts).
    index("notifications_unsent")
      .on(t.accountId)
      .where(sql`state = 'nothing_to_send' and preference <> 'none' and channel = 'electronic'`),
    index("notifications_digest")
      .on(t.digestId)
      .where(sql`digest_id is not null`),
    // For the invoices to print (lib/paper), which are few among millions.
    index("notifications_paper")
      .on(t.supplierId, t.invoiceId)
      .where(sql`channel = 'paper'`),
    check("notifications_preference_choice", isOneOf(t.preference, PREFERENCES)),
    check("notifications_channel_choice", isOneOf(t.channel, CHANNELS)),
    check("notifications_state_choice", isOneOf(t.state, NOTIFICATION_STATES)),
  ],
);
