import { type Asker, type Bounds, kindOf, type Owner, type Turn } from "./turn";

/** A turn that is waited for or running. */
interface Place {
  owners: readonly Owner[];
  isKnown: boolean;
}

interface Waiter extends Place {
  /** When it may begin although others are running (`Bounds.yieldMs`). */
  yieldsUntil: number;
  settle(turn: Turn | null): void;
}

/** What an owner has at the moment. `turnedAt` orders the owners: the one served longest ago comes first. */
interface Share {
  running: number;
  waiting: number;
  turnedAt: number;
}

const NOTHING: Share = { running: 0, waiting: 0, turnedAt: 0 };

/** Askers without an owner share as one. */
const NOBODY_NAMED: readonly Owner[] = ["network:unknown"];

/**
 * Shares one resource of this process. A turn is given at once while there is room. Otherwise the asker waits, and a
 * free turn goes to: known askers before strangers; then, on each level of owners, the owner with the fewest running
 * turns, and of equals the one served longest ago. So nobody waits longer because another owner asks more often.
 *
 * Refused (null) after `waitMs`, when an owner has too many waiting, or when the queue is full. Then the owner with the
 * most waiting loses a place, which may be the newcomer's own.
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

  /** A turn, or null when it is refused. It must be released in a `finally`. */
  take({ owners, isKnown = false }: Asker): Promise<Turn | null> {
    const place = { owners: owners.length > 0 ? [...new Set(owners)] : NOBODY_NAMED, isKnown };
    if (this.#hasRoom(place)) return Promise.resolve(this.#start(place));
    if (!this.#mayWait(place)) return Promise.resolve(null);
    return new Promise((resolve) => this.#enqueue(place, resolve));
  }

  /** Refuses what this owner waits for, and takes away every turn it has, except those of `spared`. */
  end(owner: Owner, spared?: Owner): void {
    const isMeant = ({ owners }: Place) => owners.includes(owner) && !(spared && owners.includes(spared));
    for (const waiter of this.#waiting.filter(isMeant)) waiter.settle(null);
    for (const { place, turn } of [...this.#running]) if (isMeant(place)) turn.end();
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
      this.#waiting.reduce((one, later) => (this.#isGreedier(later, one) ? later : one)).settle(null);
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
    const [mine, theirs] = this.#firstDifference(one, other);
    return mine.running !== theirs.running ? mine.running < theirs.running : mine.turnedAt < theirs.turnedAt;
  }

  /** Whether `later` rather than `one` gives up its place: strangers before known askers, then who has most waiting. */
  #isGreedier(later: Place, one: Place): boolean {
    if (later.isKnown !== one.isKnown) return one.isKnown;
    const [mine, theirs] = this.#firstDifference(later, one);
    return mine.waiting !== theirs.waiting ? mine.waiting > theirs.waiting : mine.turnedAt >= theirs.turnedAt;
  }

  /** The shares on the widest level where the two have different owners. */
  #firstDifference(one: Place, other: Place): [Share, Share] {
    const deepest = Math.max(one.owners.length, other.owners.length);
    for (let level = 0; level < deepest; level += 1) {
      const [mine, theirs] = [one.owners[level], other.owners[level]];
      if (mine !== theirs) return [this.#shareOf(mine), this.#shareOf(theirs)];
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
