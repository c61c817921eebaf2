import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { users } from "./users";

/** A customer's request that only its adviser can fulfil: another address or preference (R20), a duplicate (R15). */
export const customerRequests = pgTable(
  "customer_requests",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    kind: text({ enum: ["notification_change", "duplicate"] }).notNull(),
    /** The requested values, checked; their shape is defined in lib/requests. */
    wanted: jsonb().$type<Record<string, unknown>>().notNull(),
    message: text().notNull().default(""),
    state: text({ enum: ["open", "accepted", "declined"] })
      .notNull()
      .default("open"),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    unique("customer_requests_account_id").on(t.accountId, t.id),
    index("customer_requests_open")
      .on(t.supplierId, t.createdAt)
      .where(sql`state = 'open'`),
    index("customer_requests_account").on(t.accountId, t.createdAt.desc()),
    check("customer_requests_kind_choice", sql`${t.kind} in ('notification_change', 'duplicate')`),
    check("customer_requests_state_choice", sql`${t.state} in ('open', 'accepted', 'declined')`),
    check("customer_requests_closed_dated", sql`(${t.state} = 'open') = (${t.closedAt} is null)`),
  ],
);
