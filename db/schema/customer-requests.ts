import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant, isOneOf } from "./columns";
import { users } from "./users";

const REQUEST_KINDS = ["notification_change", "duplicate"] as const;
const REQUEST_STATES = ["open", "accepted", "declined"] as const;

/** A customer's request that only its adviser can fulfil: another address or preference (R20), a duplicate (R15). */
export const customerRequests = pgTable(
  "customer_requests",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    /** The requested values, checked; their shape is defined in lib/requests. */
    wanted: jsonb().$type<Record<string, unknown>>().notNull(),
    message: text().notNull().default(""),
    state: text({ enum: REQUEST_STATES }).notNull().default("open"),
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
    check("customer_requests_kind_choice", isOneOf(t.kind, REQUEST_KINDS)),
    check("customer_requests_state_choice", isOneOf(t.state, REQUEST_STATES)),
    check("customer_requests_closed_dated", sql`(${t.state} = 'open') = (${t.closedAt} is null)`),
  ],
);
