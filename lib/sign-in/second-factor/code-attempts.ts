import { DAY_SECONDS, type Limit, PER_NETWORK, returnAttempts } from "@/lib/limits/throttle";
import type { AttemptCounters } from "../attempts";
import { isKnownDevice } from "../known-device/is-known-device";

/**
 * Codes typed for one user: five without delay, then 2 s, 4 s, 8 s …, at most 25 a day. With a window of three steps a
 * guesser who knows the password finds one in 13,000 codes a day.
 */
const PER_USER: Limit = {
  scope: "second_factor_user",
  windowSeconds: DAY_SECONDS,
  free: 5,
  max: 25,
  baseSeconds: 2,
  longestSeconds: 900,
};

/** The same on a browser on which the user has given a code before: whoever guesses elsewhere does not lock them out. */
const PER_DEVICE: Limit = { ...PER_USER, scope: "second_factor_device" };

/** Codes typed in one network, whoever they are for. */
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

/** After the right code: the user or the browser starts again from zero, and the network gets this attempt back. */
export async function clearCodeAttempts(counters: AttemptCounters): Promise<void> {
  for (const [limit, key] of counters) await returnAttempts(limit, key, limit !== PER_ORIGIN);
}
