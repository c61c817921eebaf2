import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { RefusalScope } from "@/lib/limits/count-refusals";
import { PER_IDENTIFIER } from "@/lib/limits/throttle";
import { attemptCondition, type Condition } from "./health-rules";

/** Kinds of attempts that are limited, and the counters (`scope`) of each. */
const KINDS = {
  signIn: ["sign_in_identifier", "sign_in_device"],
  secondFactor: ["second_factor_user", "second_factor_device"],
  proof: ["own_password"],
} as const;

type AttemptKind = keyof typeof KINDS;

/** Callers that were refused without guessing anything (lib/limits/count-refusals.ts). */
const REFUSED = {
  keys: "key_refused",
  scheduler: "scheduler_refused",
  webhook: "webhook_refused",
  origins: "origin_refused",
} as const satisfies Record<string, RefusalScope>;

/** Refused callers of the last day, of one kind. */
interface RefusalHealth {
  kind: keyof typeof REFUSED;
  refused: number;
}

/** Failed attempts of the last day, of one kind. Nobody is named: the counters have no names. */
interface AttemptHealth {
  kind: AttemptKind;
  failed: number;
  /** Identifiers or users with so many that the next ones have to wait. */
  slowed: number;
  /** Those of them for whom no attempt is allowed any more until the next day. */
  blocked: number;
  condition: Condition;
}

/** What was refused in the last day. */
export interface SecurityHealth {
  attempts: AttemptHealth[];
  refusals: RefusalHealth[];
}

/** Counts the attempts to sign in or to prove who one is that failed in the last day, and the callers that were refused. */
export async function readAttemptHealth(tx: Transaction, at: Date): Promise<SecurityHealth> {
  const { free, max } = PER_IDENTIFIER;
  const rows = await tx.execute<AttemptRow>(sql`
    select scope, attempts, slowed, blocked from auth_attempt_figures(${at.toISOString()}, ${free}, ${max})`);
  const refusals = (Object.keys(REFUSED) as RefusalHealth["kind"][]).map((kind) => ({
    kind,
    refused: Number(rows.find(({ scope }) => scope === REFUSED[kind])?.attempts ?? 0),
  }));
  const attempts = (Object.keys(KINDS) as AttemptKind[]).map((kind) => {
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
  return { attempts, refusals };
}

interface AttemptRow extends Record<string, unknown> {
  scope: string;
  attempts: string;
  slowed: string;
  blocked: string;
}
