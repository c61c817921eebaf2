import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ALERT_CHANGES, ALERT_CONDITIONS } from "@/lib/alert-conditions";
import { id, instant, isOneOf } from "./columns";
import { suppliers } from "./suppliers";

/**
 * A condition of the installation that operators are told of, from its first observation to its end. At most one for a
 * condition and subject is not closed.
 */
export const alerts = pgTable(
  "alerts",
  {
    id: id(),
    condition: text({ enum: ALERT_CONDITIONS }).notNull(),
    /** The job that is late, or the id of the supplier whose mails pause; empty for the other conditions. */
    subject: text().notNull(),
    /** The first observation. */
    wrongSince: instant().notNull(),
    /** When operators were told, in the same transaction; null while the condition may still be a short disturbance. */
    openedAt: instant(),
    /** The first observation without the condition since the last one with it. */
    wellSince: instant(),
    /** When operators were told of the end. */
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex("alerts_not_closed")
      .on(t.condition, t.subject)
      .where(sql`closed_at is null`),
    index("alerts_newest").on(t.openedAt.desc()),
    check("alerts_condition_choice", isOneOf(t.condition, ALERT_CONDITIONS)),
  ],
);

/** A call of the operators' webhook (`ALERT_WEBHOOK_URL`): one at the start and one at the end of an alert. */
export const alertCalls = pgTable(
  "alert_calls",
  {
    /** Sent as `webhook-id`, the same at each try. */
    id: id(),
    alertId: uuid().notNull(),
    change: text({ enum: ALERT_CHANGES }).notNull(),
    /** The body as it is sent. */
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull(),
    leasedUntil: instant(),
    deliveredAt: instant(),
    givenUpAt: instant(),
    /** The error of the last try: a status or the code of an error. */
    failure: text(),
  },
  (t) => [
    foreignKey({ columns: [t.alertId], foreignColumns: [alerts.id] }),
    uniqueIndex("alert_calls_once").on(t.alertId, t.change),
    index("alert_calls_due")
      .on(t.nextTryAt)
      .where(sql`delivered_at is null and given_up_at is null`),
    check("alert_calls_change_choice", isOneOf(t.change, ALERT_CHANGES)),
  ],
);

/** What the managers of a supplier were told of refused files: one row a supplier, none before the first mail. */
export const refusalNotices = pgTable(
  "refusal_notices",
  {
    supplierId: uuid().primaryKey(),
    /** When the last mail was queued. */
    toldAt: instant().notNull(),
    /** How many mails were queued: the generation of the last one. */
    mailsTold: integer().notNull(),
  },
  (t) => [foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] })],
);
