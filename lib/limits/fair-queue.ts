import { type Asker, type Bounds, kindOf, type Owner, type Turn } from "./turn";

/** A turn that is waited for or running. */
interface Place {
  owners: readonly Owner[];
  isKnown: boolean;
}

interface Waiter extends Place {
  /** The time from which it may start although other turns are in use (`Bounds.yieldMs`). */
  yieldsUntil: number;
  settle(turn: Turn | null): void;
}

/** The turns of one owner at the moment. `turnedAt` orders the owners: the one served longest ago comes first. */
interface Share {
  running: number;
  waiting: number;
  turnedAt: number;
}

const NOTHING: Share = { running: 0, waiting: 0, turnedAt: 0 };

/** All askers without an owner count as one owner. */
const UNKNOWN_OWNER: readonly Owner[] = ["network:unknown"];

/**
 * Shares one resource of this process. A turn is given at once while there is room. Otherwise the asker waits. A free
 * turn is given to known askers before strangers; then, on each level of owners, to the owner with the fewest running
 * turns; if these are equal, to the owner served longest ago. So nobody waits longer because another owner asks more
 * often.
 *
 * A request is refused (null) after `waitMs`, and at once when one of its owners has too many waiting requests. When
 * the queue is full, one waiting request of the owner with the most waiting requests is refused, which may be the new
 * one.
 */
export class FairQueue {
  readonly #bounds: Bounds;
  readonly #shares = new Map<Owner, Share>();
  readonly #running = new Set<{ place: Place; turn: Turn }>();
  #waiting: Waiter[] = [];
  #changes = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** How many turns are running, and how many askers wait. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running.size, waiting: this.#waiting.length };
  }

  /** Returns a turn, or null when the request is refused. Release the turn in a `finally`. */
  take({ owners, isKnown = false }: Asker): Promise<Turn | null> {
    const place = { owners: owners.length > 0 ? [...new Set(owners)] : UNKNOWN_OWNER, isKnown };
    if (this.#hasRoom(place)) return Promise.resolve(this.#start(place));
    if (!this.#mayWait(place)) return Promise.resolve(null);
    return new Promise((resolve) => this.#enqueue(place, resolve));
  }

  /** Refuses the waiting requests of this owner and ends its turns, except those that also belong to `spared`. */
  end(owner: Owner, spared?: Owner): void {
    const isAffected = ({ owners }: Place) => owners.includes(owner) && !(spared && owners.includes(spared));
    for (const waiter of this.#waiting.filter(isAffected)) waiter.settle(null);
    for (const { place, turn } of [...this.#running]) if (isAffected(place)) turn.end();
  }

  #hasRoom({ owners }: Place): boolean {
    const { atOnce, each = {} } = this.#bounds;
    return (
      this.#running.size < atOnce &&
      owners.every((owner) => this.#shareOf(owner).running < (each[kindOf(owner)] ?? atOnce))
    );
  }

  #start(place: Place): Turn {
    this.#changes += 1;
    for (const owner of place.owners) this.#change(owner, { running: 1 }, this.#changes);
    const stopped = new AbortController();
    const release = () => {
      if (!this.#running.delete(entry)) return;
      for (const owner of place.owners) this.#change(owner, { running: -1 });
      this.#serveWaiting();
    };
    const end = () => {
      stopped.abort(new Error("The turn was taken away."));
      release();
    };
    const entry = { place, turn: { release, end, signal: stopped.signal } };
    this.#running.add(entry);
    return entry.turn;
  }

  #mayWait({ owners }: Place): boolean {
    const { waiting, waitingEach = {} } = this.#bounds;
    return (
      waiting > 0 &&
      owners.every((owner) => this.#shareOf(owner).waiting < (waitingEach[kindOf(owner)] ?? waiting))
    );
  }

  #enqueue(place: Place, resolve: (turn: Turn | null) => void): void {
    const { waiting, waitMs, yieldMs = 0 } = this.#bounds;
    const waiter: Waiter = {
      ...place,
      yieldsUntil: performance.now() + yieldMs,
      settle: (turn) => {
        clearTimeout(timer);
        clearTimeout(yielded);
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        for (const owner of place.owners) this.#change(owner, { waiting: -1 });
        resolve(turn);
      },
    };
    const timer = setTimeout(() => waiter.settle(null), waitMs);
    const yielded = yieldMs > 0 ? setTimeout(() => this.#serveWaiting(), yieldMs + 1) : undefined;
    this.#changes += 1;
    for (const owner of place.owners) this.#change(owner, { waiting: 1 });
    this.#waiting.push(waiter);
    if (this.#waiting.length > waiting)
      this.#waiting.reduce((one, later) => (this.#isRefusedBefore(later, one) ? later : one)).settle(null);
  }

  #serveWaiting(): void {
    for (;;) {
      const now = performance.now();
      const ready = this.#waiting.filter(
        (waiter) => (this.#running.size === 0 || waiter.yieldsUntil <= now) && this.#hasRoom(waiter),
      );
      const [first, ...others] = ready;
      if (!first) return;
      const next = others.reduce((one, other) => (this.#comesBefore(other, one) ? other : one), first);
      next.settle(this.#start(next));
    }
  }

  #comesBefore(one: Place, other: Place): boolean {
    if (one.isKnown !== other.isKnown) return one.isKnown;
    const [a, b] = this.#firstDifference(one, other);
    return a.running !== b.running ? a.running < b.running : a.turnedAt < b.turnedAt;
  }

  /**
   * Whether a full queue refuses `later` and not `one`: strangers are refused before known askers, then those of the
   * owner with the most waiting requests.
   */
  #isRefusedBefore(later: Place, one: Place): boolean {
    if (later.isKnown !== one.isKnown) return one.isKnown;
    const [a, b] = this.#firstDifference(later, one);
    return a.waiting !== b.waiting ? a.waiting > b.waiting : a.turnedAt >= b.turnedAt;
  }

  /** Returns the shares of both on the widest level where they have different owners. */
  #firstDifference(one: Place, other: Place): [Share, Share] {
    const deepest = Math.max(one.owners.length, other.owners.length);
    for (let level = 0; level < deepest; level += 1) {
      const [a, b] = [one.owners[level], other.owners[level]];
      if (a !== b) return [this.#shareOf(a), this.#shareOf(b)];
    }
    return [NOTHING, NOTHING];
  }

  #shareOf(owner: Owner | undefined): Share {
    return (owner && this.#shares.get(owner)) ?? NOTHING;
  }

  /**
   * Changes the counts of an owner. An owner without turns is deleted; when it returns, it counts as the one served
   * last.
   */
  #change(owner: Owner, by: { running?: number; waiting?: number }, turnedAt?: number): void {
    const share = this.#shares.get(owner) ?? { ...NOTHING, turnedAt: this.#changes };
    const running = share.running + (by.running ?? 0);
    const waiting = share.waiting + (by.waiting ?? 0);
    if (running === 0 && waiting === 0) this.#shares.delete(owner);
    else this.#shares.set(owner, { running, waiting, turnedAt: turnedAt ?? share.turnedAt });
  }
}
