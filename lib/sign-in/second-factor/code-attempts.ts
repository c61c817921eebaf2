import { DAY_SECONDS, type Limit, PER_NETWORK, returnAttempts } from "@/lib/limits/throttle";
import type { AttemptCounters } from "../attempts";
import { isKnownDevice } from "../known-device/is-known-device";

/**
 * Codes typed for one user: five without delay, then 2 s, 4 s, 8 s …, at most 25 a day. Three of the million codes are
 * valid at a time, so an attacker who knows the password succeeds on one day in 13,000.
 */
const PER_USER: Limit = {
  scope: "second_factor_user",
  windowSeconds: DAY_SECONDS,
  free: 5,
  max: 25,
  baseSeconds: 2,
  longestSeconds: 900,
};

/**
 * The same limit, counted separately, for a browser where the user has given a code before: guesses elsewhere do not
 * block it.
 */
const PER_DEVICE: Limit = { ...PER_USER, scope: "second_factor_device" };

/** Codes typed in one network, for all users together. */
const PER_ORIGIN: Limit = { ...PER_NETWORK, scope: "second_factor_network" };

/** The counters of one typed code, in the order in which they are taken. */
export async function codeCounters(
  user: { userId: string; identifier: string },
  browser: { network: string; device: string | null },
  at: Date,
): Promise<AttemptCounters> {
  const { network, device } = browser;
  if (device && (await isKnownDevice(user.identifier, device, at)))
    return [[PER_DEVICE, `${device} ${user.userId}`]];
  const ofUser = [PER_USER, user.userId] as const;
  return network === "" ? [ofUser] : [[PER_ORIGIN, network], ofUser];
}

/**
 * Call this after the right code. It sets the counter of the user or browser to zero, and takes one attempt back from
 * the network.
 */
export async function clearCodeAttempts(counters: AttemptCounters): Promise<void> {
  for (const [limit, key] of counters) await returnAttempts(limit, key, limit !== PER_ORIGIN);
}
