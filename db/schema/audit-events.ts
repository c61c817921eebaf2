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
    action: text().notNull(),
    subjectId: uuid(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("audit_events_supplier").on(t.supplierId, t.at.desc(), t.id.desc()),
    index("audit_events_account").on(t.accountId, t.at.desc(), t.id.desc()),
    index("audit_events_subject").on(t.subjectId),
  ],
);
