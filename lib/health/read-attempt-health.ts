import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { PER_IDENTIFIER } from "@/lib/limits/throttle";
import { attemptCondition, type Condition } from "./health-rules";

/** Kinds of attempts that are limited, and the counters (`scope`) of each. */
const KINDS = {
  signIn: ["sign_in_identifier", "sign_in_device"],
  secondFactor: ["second_factor_user", "second_factor_device"],
  proof: ["own_password"],
} as const;

type AttemptKind = keyof typeof KINDS;

/** Failed attempts of the last day, of one kind. Nobody is named: the counters have no names. */
export interface AttemptHealth {
  kind: AttemptKind;
  failed: number;
  /** Identifiers or users with so many that the next ones have to wait. */
  slowed: number;
  /** Those of them for whom no attempt is allowed any more until the next day. */
  blocked: number;
  condition: Condition;
}

/** Counts the attempts to sign in or to prove who one is that failed in the last day. */
export async function readAttemptHealth(tx: Transaction, at: Date): Promise<AttemptHealth[]> {
  const { free, max } = PER_IDENTIFIER;
  const rows = await tx.execute<AttemptRow>(sql`
    select scope, attempts, slowed, blocked from auth_attempt_figures(${at.toISOString()}, ${free}, ${max})`);
  return (Object.keys(KINDS) as AttemptKind[]).map((kind) => {
    const counted = rows.filter(({ scope }) => (KINDS[kind] as readonly string[]).includes(scope));
    const sum = (field: "attempts" | "slowed" | "blocked") =>
      counted.reduce((total, row) => total + Number(row[field]), 0);
    const blocked = sum("blocked");
    return {
      kind,
      failed: sum("attempts"),
      slowed: sum("slowed"),
      blocked,
      condition: attemptCondition({ blocked }),
    };
  });
}

interface AttemptRow extends Record<string, unknown> {
  scope: string;
  attempts: string;
  slowed: string;
  blocked: string;
}
