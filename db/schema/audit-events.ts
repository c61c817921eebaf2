import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";

/** The journal of changes with actor and time; written in the transaction of the change, never changed afterwards. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    at: instant().notNull(),
    supplierId: uuid(),
    accountId: uuid(),
    actorKind: text().notNull(),
    actorId: uuid(),
    /** The identifier of the actor when it happened, written by the database; null when no user acted. */
    actorIdentifier: text(),
    action: text().notNull(),
    subjectId: uuid(),
    /** The identifier of the subject when it happened; null when the subject is not a user. */
    subjectIdentifier: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("audit_events_supplier").on(t.supplierId, t.at.desc(), t.id.desc()),
    // The supplier's journal without its deposits, which are most of the events.
    index("audit_events_supplier_acts")
      .on(t.supplierId, t.at.desc(), t.id.desc())
      .where(sql`${t.action} <> 'invoice_deposited'`),
    index("audit_events_account").on(t.accountId, t.at.desc(), t.id.desc()),
    index("audit_events_subject").on(t.subjectId),
  ],
);
