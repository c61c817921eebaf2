import { FairQueue } from "./fair-queue";
import { type Resource, RESOURCES } from "./resources";
import type { Asker, Owner, Turn } from "./turn";

declare global {
  // Pages, routes and instrumentation are separate bundles of one process; they share its queues.
  var efactureTurns: Map<Resource, FairQueue> | undefined;
}

/** Seconds after which somebody who was refused may ask again. */
const BUSY_RETRY_SECONDS = 5;

/** Thrown when no turn was free in time; nothing was done, and asking again later may help. */
export class Busy extends Error {
  readonly code = "BUSY";
  readonly retryAfterSeconds = BUSY_RETRY_SECONDS;
  constructor(readonly resource: Resource) {
    super(`Too many are waiting for: ${resource}.`);
  }
}

/**
 * Asks for a turn to use a resource of this process; waits for it as long as the resource's bounds say. Null when it is
 * refused. Release it in a `finally`.
 */
export function takeTurn(resource: Resource, asker: Asker): Promise<Turn | null> {
  return queueOf(resource).take(asker);
}

/** Runs `work` in a turn. Throws `Busy` without running it when the turn is refused. */
export async function withTurn<T>(resource: Resource, asker: Asker, work: () => Promise<T>): Promise<T> {
  const turn = await takeTurn(resource, asker);
  if (!turn) throw new Busy(resource);
  try {
    return await work();
  } finally {
    turn.release();
  }
}

/** The resources that a response holds until its last byte is sent. */
const RESPONSES = ["exports", "downloads"] as const;

/**
 * Ends the responses that this process sends to an owner, and refuses those that wait, except those that also belong to
 * `spared`. So the downloads of a session stop when it ends. Other processes notice within five seconds
 * (lib/persons/watch-access.ts).
 */
export function endResponses(owner: Owner, spared?: Owner): void {
  for (const resource of RESPONSES) queueOf(resource).end(owner, spared);
}

function queueOf(resource: Resource): FairQueue {
  const queues = (globalThis.efactureTurns ??= new Map());
  const known = queues.get(resource);
  if (known) return known;
  const queue = new FairQueue(RESOURCES[resource]);
  queues.set(resource, queue);
  return queue;
}
