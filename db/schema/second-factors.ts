import { sql } from "drizzle-orm";
import { bigint, boolean, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, sha256 } from "./columns";
import { users } from "./users";

/** The second factor (TOTP, RFC 6238) of a user who enrolled. Without a row the user has none. */
export const secondFactors = pgTable(
  "second_factors",
  {
    userId: uuid().primaryKey(),
    /** The secret, sealed for one user (`lib/sign-in/second-factor/factor-secret.ts`). */
    sealedSecret: text().notNull(),
    /**
     * The user for whom the secret is sealed: the one who enrolled, even after the factor moved to their new identity
     * (R21, `move-identity.sql`).
     */
    sealedFor: uuid().notNull(),
    /** The newest steps whose code was used: each step is used once. */
    usedSteps: bigint({ mode: "number" })
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Whether it belongs to a demo user; embedded mode shows the current code. */
    isDemo: boolean().notNull().default(false),
    enrolledAt: instant().notNull(),
  },
  (t) => [foreignKey({ columns: [t.userId], foreignColumns: [users.id] })],
);

/** The recovery codes of a second factor, each for one use. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid().notNull(),
    /** Keyed with the secret of the factor, so that the database alone does not allow guessing. */
    codeHash: sha256().notNull(),
    usedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.codeHash] }),
    foreignKey({ columns: [t.userId], foreignColumns: [secondFactors.userId] })
      .onDelete("cascade")
      .onUpdate("cascade"),
  ],
);
