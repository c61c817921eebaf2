import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, sha256 } from "./columns";
import { suppliers } from "./suppliers";
import { users } from "./users";

/** One sign-in on one browser. The cookie contains its id; every request reads the row again. */
export const sessions = pgTable(
  "sessions",
  {
    /** 122 random bits (UUID version 4), not time-ordered, so that no part of it can be guessed. */
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    stamp: integer().notNull(),
    createdAt: instant().notNull(),
    /** Written at most once a minute. */
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** The user's previous sign-in: invoices deposited since then are new. */
    previousVisitAt: instant(),
    /** The supplier on whose page the identifier was typed, when it is not the user's own (R11). */
    entrySupplierId: uuid(),
    /** For a session opened by switching: the user who signed in. The session ends with that user's access. */
    originUserId: uuid(),
    /** The browser it was opened on by a password (`known_devices`); null when it had no cookie, or for a switch. */
    deviceHash: sha256(),
    /**
     * When the person last proved who they are: by signing in, or in a form that asked for a proof; null if they did
     * not in this session.
     */
    provenAt: instant(),
    /** A member of staff views the portal as this customer's user does, without changing anything, until then. */
    viewAsUserId: uuid(),
    viewAsReason: text(),
    viewAsUntil: instant(),
    /** The users whose second factor was given in this session, or in those it was switched from. */
    factorUserIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    ip: text().notNull().default(""),
    userAgent: text().notNull().default(""),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.entrySupplierId], foreignColumns: [suppliers.id] }),
    foreignKey({ columns: [t.originUserId], foreignColumns: [users.id] }),
    foreignKey({ columns: [t.viewAsUserId], foreignColumns: [users.id] }),
    check(
      "sessions_view_as_whole",
      sql`num_nulls(${t.viewAsUserId}, ${t.viewAsReason}, ${t.viewAsUntil}) in (0, 3)`,
    ),
    index("sessions_user").on(t.userId, t.createdAt),
    index("sessions_expiry").on(t.expiresAt),
    index("sessions_origin")
      .on(t.originUserId)
      .where(sql`ended_at is null and origin_user_id is not null`),
  ],
);
