import { sqlClient } from "@/db/client";
import { sha256Hex } from "@/lib/sha256";

export interface Limit {
  scope: string;
  /** Counted over this long, in seconds. */
  windowSeconds: number;
  /** Attempts without any delay. */
  free: number;
  /** Attempts in all; then the counter is shut until its window ends. */
  most: number;
  /** Delay after the free attempts, in seconds; it doubles up to `longestSeconds`. */
  baseSeconds: number;
  longestSeconds: number;
}

export const HOUR_SECONDS = 3_600;
export const DAY_SECONDS = 86_400;

/** Guessing one identifier: five tries, then 2 s, 4 s, 8 s … and never more than 25 a day (quality T3). */
export const PER_IDENTIFIER: Limit = {
  scope: "sign_in_identifier",
  windowSeconds: DAY_SECONDS,
  free: 5,
  most: 25,
  baseSeconds: 2,
  longestSeconds: 900,
};

/** Spraying from one network: an office behind one address signs in freely, since successes give their attempt back. */
export const PER_NETWORK: Limit = {
  scope: "sign_in_network",
  windowSeconds: HOUR_SECONDS,
  free: 60,
  most: 300,
  baseSeconds: 1,
  longestSeconds: 30,
};

/** So many attempts in the window, none of them delayed. */
export const allowance = (scope: string, most: number, windowSeconds: number): Limit => ({
  scope,
  windowSeconds,
  free: most,
  most,
  baseSeconds: 0,
  longestSeconds: 0,
});

/** Whatever a person changes leaves a line in a journal that is kept: more a day than anybody needs, yet not without end. */
const CHANGES = allowance("changes", 500, DAY_SECONDS);

/** Counts one change by a signed-in user: 0, or how many milliseconds until they may change anything again. */
export const takeChange = (userId: string, now: Date): Promise<number> => takeAttempt(CHANGES, userId, now);

/** Takes one attempt: 0, or how many milliseconds to wait. All instances share the counters. */
export async function takeAttempt(limit: Limit, key: string, now: Date): Promise<number> {
  const [row] = await sqlClient()<{ wait: string }[]>`
    select auth_take_attempt(${limit.scope}, ${digest(key)}, ${now}, make_interval(secs => ${limit.windowSeconds}),
      ${limit.free}, ${limit.most}, make_interval(secs => ${limit.baseSeconds}),
      make_interval(secs => ${limit.longestSeconds})) as wait`;
  return Number(row?.wait ?? 0);
}

/** After a success: gives back the attempt just taken, or (`all`) every one. */
export async function returnAttempts(limit: Limit, key: string, all: boolean): Promise<void> {
  await sqlClient()`select auth_return_attempts(${limit.scope}, ${digest(key)}, ${all})`;
}

const digest = (key: string) => Buffer.from(sha256Hex(key), "hex");
