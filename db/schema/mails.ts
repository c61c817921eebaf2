import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { suppliers } from "./suppliers";

/** Mails that travel in one provider request, frozen and retried whole under the batch's own id. */
export const mailBatches = pgTable("mail_batches", {
  id: id(),
  supplierId: uuid().notNull(),
  createdAt: instant().notNull(),
  sentAt: instant(),
});

/** A mail to send, once per (account, kind, subject, generation); rendered when it is sent, from frozen props. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid(),
    userId: uuid(),
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    generation: integer().notNull().default(1),
    recipient: text().notNull(),
    locale: text({ enum: ["fr", "en"] }).notNull(),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ["queued", "sending", "sent", "dead", "uncertain", "cancelled"] }).notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull(),
    leasedUntil: instant(),
    batchId: uuid(),
    providerMessageId: text(),
    sentAt: instant(),
    failure: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.batchId], foreignColumns: [mailBatches.id] }),
    unique("mails_once").on(t.accountId, t.kind, t.subjectId, t.generation).nullsNotDistinct(),
    unique("mails_provider_message").on(t.providerMessageId),
    index("mails_due")
      .on(t.nextTryAt)
      .where(sql`state in ('queued', 'sending')`),
    index("mails_account").on(t.accountId, t.createdAt.desc()),
    check(
      "mails_state_choice",
      sql`${t.state} in ('queued', 'sending', 'sent', 'dead', 'uncertain', 'cancelled')`,
    ),
  ],
);

/** What the provider told about a sent mail; its state only moves forward. */
export const deliveries = pgTable(
  "deliveries",
  {
    mailId: uuid().primaryKey(),
    supplierId: uuid().notNull(),
    accountId: uuid(),
    state: text({
      enum: ["queued", "sent", "delivered", "delayed", "bounced", "complained", "undeliverable"],
    }).notNull(),
    reason: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.mailId], foreignColumns: [mails.id] }),
    index("deliveries_problems")
      .on(t.supplierId, t.updatedAt.desc())
      .where(sql`state in ('delayed', 'bounced', 'complained', 'undeliverable')`),
    check(
      "deliveries_state_choice",
      sql`${t.state} in ('queued', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'undeliverable')`,
    ),
  ],
);
