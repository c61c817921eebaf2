import { networkOf } from "@/lib/http/client-address";
import { peerAddress } from "@/lib/http/response-head";
import {
  type Limit,
  PER_DEVICE,
  PER_IDENTIFIER,
  PER_NETWORK,
  returnAttempts,
  takeAttempt,
} from "@/lib/limits/throttle";
import type { Asker } from "@/lib/limits/turn";
import { isKnownDevice } from "./known-device/is-known-device";

/** Who tries to sign in, and from where. */
export interface Attempt {
  identifier: string;
  /** "" when unknown. */
  network: string;
  /** The digest of the browser's secret; null when it has none. */
  device: string | null;
}

/** The counters of one attempt, in the order in which they are taken. */
export type AttemptCounters = readonly (readonly [Limit, string])[];

const deviceCounter = (identifier: string, device: string) =>
  [PER_DEVICE, `${device} ${identifier}`] as const;

/**
 * Returns the counters of an attempt. A browser on which the user has signed in before has a separate counter, so that
 * strangers cannot block it. All other attempts count for the identifier and for their network (security T3, T30).
 */
export async function countersOf(
  { identifier, network, device }: Attempt,
  at: Date,
): Promise<AttemptCounters> {
  if (device && (await isKnownDevice(identifier, device, at))) return [deviceCounter(identifier, device)];
  const ofIdentifier = [PER_IDENTIFIER, identifier] as const;
  return network === "" ? [ofIdentifier] : [[PER_NETWORK, network], ofIdentifier];
}

/**
 * Returns the owners of the turn in which the password is hashed. A known browser is served before strangers and shares
 * its turns with nobody. Other attempts share with their network; the identifier counts separately in each network, so
 * that strangers on another network who try it do not delay its owner.
 */
export function askerOf(counters: AttemptCounters, { identifier, network }: Attempt): Asker {
  if (counters[0]?.[0] === PER_DEVICE) return { owners: [`identifier:${identifier}`], isKnown: true };
  const origin = network || networkOf(peerAddress());
  return { owners: [`network:${origin}`, `identifier:${origin} ${identifier}`] };
}

/** Counts one attempt. Returns 0, or the milliseconds to wait; then the password must not be checked. */
export async function takeAttempts(counters: AttemptCounters, at: Date): Promise<number> {
  for (const [limit, key] of counters) {
    const waitMs = await takeAttempt(limit, key, at);
    if (waitMs > 0) return waitMs;
  }
  return 0;
}

/** Takes back an attempt whose password was not checked. */
export async function returnUnchecked(counters: AttemptCounters): Promise<void> {
  for (const [limit, key] of counters) await returnAttempts(limit, key, false);
}

/**
 * Call this after the right password. It takes this attempt back from the network, and sets the counter of the
 * identifier, or of the known browser, to zero. For a known browser the attempts of strangers on the identifier stay
 * counted.
 */
export async function clearAttempts(
  counters: AttemptCounters,
  { identifier, device }: Attempt,
): Promise<void> {
  for (const [limit, key] of counters) await returnAttempts(limit, key, limit !== PER_NETWORK);
  // A browser may have used up its attempts before a new password was chosen. Its counter starts again too.
  if (device && counters.length > 0 && counters[0]?.[0] !== PER_DEVICE)
    await returnAttempts(...deviceCounter(identifier, device), true);
}
