import { type SQL, sql } from "drizzle-orm";
import { sqlClient } from "@/db/client";
import { users } from "@/db/schema/users";
import { openFactorSecret } from "./factor-secret";

/** A user's second factor. */
export interface SecondFactor {
  /** Base32. */
  secret: string;
  /** The user for whom the secret is sealed. */
  sealedFor: string;
  usedSteps: number[];
  /** A demo user's: its current code is shown in embedded mode. */
  isDemo: boolean;
  enrolledAt: Date;
  codesLeft: number;
}

interface Row {
  sealed_secret: string;
  sealed_for: string;
  used_steps: string[];
  is_demo: boolean;
  enrolled_at: Date;
  codes_left: string;
}

/** The second factor of a user; null when they have none. */
export async function findSecondFactor(userId: string): Promise<SecondFactor | null> {
  const [row] = await sqlClient()<Row[]>`select * from auth_second_factor(${userId})`;
  if (!row) return null;
  return {
    secret: openFactorSecret(row.sealed_for, row.sealed_secret),
    sealedFor: row.sealed_for,
    usedSteps: row.used_steps.map(Number),
    isDemo: row.is_demo,
    enrolledAt: row.enrolled_at,
    codesLeft: Number(row.codes_left),
  };
}

/** Whether a user has a second factor. */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  const rows = await sqlClient()<{ ok: number }[]>`select 1 as ok from auth_second_factor(${userId})`;
  return rows.length > 0;
}

/** Whether the user of a row has a second factor, in a query of users. */
export const HAS_SECOND_FACTOR: SQL<boolean> = sql<boolean>`exists (select from auth_second_factor(${users.id}))`;
