/** The kinds of owners of turns. */
type OwnerKind =
  "network" | "proxy" | "identifier" | "supplier" | "key" | "account" | "user" | "session" | "link" | "job";

/**
 * An owner of turns: somebody with whom a resource is shared fairly, such as `supplier:3f…` or
 * `network:192.0.2.0/24`.
 */
export type Owner = `${OwnerKind}:${string}`;

/** Who asks for a turn. */
export interface Asker {
  /** From the widest to the narrowest: supplier, account, user. Turns are shared fairly on each level. */
  owners: readonly Owner[];
  /** Whether the asker is signed in or uses a known device. Known askers are served before strangers. */
  isKnown?: boolean;
}

/** How much of a resource may be used, and how long others may wait for it. */
export interface Bounds {
  /** The maximum number of turns at the same time. */
  atOnce: number;
  /** The maximum number of turns that one owner of a kind may have at the same time. */
  each?: Partial<Record<OwnerKind, number>>;
  /** The maximum number of requests that may wait for a turn. */
  waiting: number;
  /** The maximum number of waiting requests of one owner of a kind. */
  waitingEach?: Partial<Record<OwnerKind, number>>;
  /** The maximum time that a request waits, in milliseconds. */
  waitMs: number;
  /**
   * A request that waited because its owner already had the maximum number of turns starts when no other turn is in
   * use, or after this number of milliseconds. So an owner with many requests delays others only by its turns
   * already in use.
   */
  yieldMs?: number;
}

/** The right to use a resource until `release`. */
export interface Turn {
  /** Ends the turn; a second call has no effect. */
  release(): void;
  /** Aborted when the turn is taken away (`end`), so that what uses it stops. */
  readonly signal: AbortSignal;
  /** Ends the turn before its user releases it; `signal` is aborted. */
  end(): void;
}

export const kindOf = (owner: Owner): OwnerKind => owner.slice(0, owner.indexOf(":")) as OwnerKind;
