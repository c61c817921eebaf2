import { foreignKey, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, sha256 } from "./columns";
import { users } from "./users";

/**
 * A browser on which a user has signed in with the right password, or chosen the password by a mailed link. Its
 * attempts are counted separately, so that strangers who guess passwords do not lock out the user. It gives no access,
 * and is no longer known after the user's stamp has changed.
 */
export const knownDevices = pgTable(
  "known_devices",
  {
    userId: uuid().notNull(),
    /** SHA-256 of the secret in the browser's cookie; one browser may be known for several users. */
    secretHash: sha256().notNull(),
    stamp: integer().notNull(),
    knownSince: instant().notNull(),
    /** The last sign-in on it. */
    lastUsedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.secretHash] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    index("known_devices_last_used").on(t.lastUsedAt),
  ],
);
