import { sqlClient } from "@/db/client";
import { sha256Hex } from "@/lib/sha256";

export interface Limit {
  scope: string;
  /** Length of the window, in seconds. */
  windowSeconds: number;
  /** Attempts without any delay. */
  free: number;
  /** The maximum number of attempts in the window; further ones are refused until it ends. */
  max: number;
  /** Delay after the free attempts, in seconds; it doubles up to `longestSeconds`. */
  baseSeconds: number;
  longestSeconds: number;
}

export const HOUR_SECONDS = 3_600;
export const DAY_SECONDS = 86_400;

/**
 * Guesses of strangers for one identifier: five without delay, then 2 s, 4 s, 8 s …, at most 25 a day (security T3).
 */
export const PER_IDENTIFIER: Limit = {
  scope: "sign_in_identifier",
  windowSeconds: DAY_SECONDS,
  free: 5,
  max: 25,
  baseSeconds: 2,
  longestSeconds: 900,
};

/**
 * The same limit, counted separately, for a browser where the user has signed in before: strangers' guesses do not
 * block it.
 */
export const PER_DEVICE: Limit = { ...PER_IDENTIFIER, scope: "sign_in_device" };

/** The same limit, counted separately, for the current password that a signed-in user types as a proof. */
export const PER_OWN_PASSWORD: Limit = { ...PER_IDENTIFIER, scope: "own_password" };

/** Guesses from one network. Successful sign-ins do not count, so an office behind one address is not slowed down. */
export const PER_NETWORK: Limit = {
  scope: "sign_in_network",
  windowSeconds: HOUR_SECONDS,
  free: 60,
  max: 300,
  baseSeconds: 1,
  longestSeconds: 30,
};

/** A limit of `max` attempts in the window, without delays. */
export const allowance = (scope: string, max: number, windowSeconds: number): Limit => ({
  scope,
  windowSeconds,
  free: max,
  max,
  baseSeconds: 0,
  longestSeconds: 0,
});

/** Changes by one user in a day. Each leaves a line in the journal, so there must be a limit; nobody needs as many. */
const CHANGES = allowance("changes", 500, DAY_SECONDS);

/** Counts one change by a signed-in user. Returns 0, or the milliseconds to wait when the limit is reached. */
export const takeChange = (userId: string, now: Date): Promise<number> => takeAttempt(CHANGES, userId, now);

/** Counts one attempt. Returns 0, or the milliseconds to wait. All instances share the counters. */
export async function takeAttempt(limit: Limit, key: string, now: Date): Promise<number> {
  const [row] = await sqlClient()<{ wait: string }[]>`
    select auth_take_attempt(${limit.scope}, ${digest(key)}, ${now}, make_interval(secs => ${limit.windowSeconds}),
      ${limit.free}, ${limit.max}, make_interval(secs => ${limit.baseSeconds}),
      make_interval(secs => ${limit.longestSeconds})) as wait`;
  return Number(row?.wait ?? 0);
}

/** Takes back the last attempt after a success, or all attempts when `all` is true. */
export async function returnAttempts(limit: Limit, key: string, all: boolean): Promise<void> {
  await sqlClient()`select auth_return_attempts(${limit.scope}, ${digest(key)}, ${all})`;
}

const digest = (key: string) => Buffer.from(sha256Hex(key), "hex");
