import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, sha256 } from "./columns";

/** Attempts per identifier, network and supplier, shared by all instances. Keys are digests, never identifiers. */
export const throttleCounters = pgTable(
  "throttle_counters",
  {
    scope: text().notNull(),
    keyHash: sha256().notNull(),
    /** Attempts since `windowStartedAt`. */
    attempts: integer().notNull(),
    windowStartedAt: instant().notNull(),
    lastAttemptAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.keyHash] }),
    // For the sweep of old counters, and the figures of the last day (lib/health).
    index("throttle_counters_window").on(t.windowStartedAt),
  ],
);
