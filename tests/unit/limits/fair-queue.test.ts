import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FairQueue } from "@/lib/limits/fair-queue";
import type { Bounds, Owner, Turn } from "@/lib/limits/turn";

const bounds = (changes: Partial<Bounds> = {}): Bounds => ({
  atOnce: 2,
  waiting: 100,
  waitMs: 5_000,
  ...changes,
});
const by = (...owners: Owner[]) => ({ owners });

/** Asks for each turn in this order, gives each back as soon as it is served, and returns the order of service. */
async function orderOfService(queue: FairQueue, asked: { owners: Owner[]; isKnown?: boolean }[]) {
  const served: string[] = [];
  await Promise.all(
    asked.map(async (asker) => {
      const turn = await queue.take(asker);
      served.push(turn ? (asker.owners.at(-1) ?? "") : "refused");
      turn?.release();
    }),
  );
  return served;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the fair queue", () => {
  it("gives turns at once while there is room; then serves the requests of one owner in their order", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1 }));
    const first = await queue.take(by("user:a"));
    const order: number[] = [];
    const others = [1, 2, 3].map(async (n) => {
      const turn = await queue.take(by("user:a"));
      order.push(n);
      turn?.release();
    });
    first?.release();
    await Promise.all(others);
    expect(order).toEqual([1, 2, 3]);
  });

  it("lets an owner with one request wait for at most one turn of an owner with a hundred requests", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waiting: 200 }));
    const first = await queue.take(by("user:greedy"));
    const served = orderOfService(queue, [
      ...Array.from({ length: 100 }, () => by("user:greedy")),
      by("user:modest"),
    ]);
    first?.release();
    expect((await served).indexOf("user:modest")).toBeLessThanOrEqual(1);
  });

  it("shares on the widest level first: many accounts of one supplier count as one", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waiting: 200 }));
    const first = await queue.take(by("supplier:a", "account:0"));
    const served = orderOfService(queue, [
      ...Array.from({ length: 50 }, (_, n) => by("supplier:a", `account:${n}`)),
      by("supplier:b", "account:other"),
    ]);
    first?.release();
    expect((await served).indexOf("account:other")).toBeLessThanOrEqual(1);
  });

  it("serves known askers before strangers, for any number of networks of the strangers", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waiting: 200 }));
    const first = await queue.take(by("network:x"));
    const served = orderOfService(queue, [
      ...Array.from({ length: 50 }, (_, n) => by(`network:${n}`)),
      { owners: ["user:owner"], isKnown: true },
    ]);
    first?.release();
    expect((await served)[0]).toBe("user:owner");
  });

  it("gives an owner no more turns than its limit, and leaves the rest to other owners", async () => {
    const queue = new FairQueue(bounds({ atOnce: 3, each: { supplier: 2 }, waiting: 10 }));
    await queue.take(by("supplier:a"));
    await queue.take(by("supplier:a"));
    const third = queue.take(by("supplier:a"));
    expect(queue.load).toEqual({ running: 2, waiting: 1 });
    expect(await queue.take(by("supplier:b"))).not.toBeNull();
    vi.advanceTimersByTime(5_000);
    expect(await third).toBeNull();
  });

  it("gives an owner with its maximum of turns the next one when no other turn is in use, or after a while", async () => {
    const queue = new FairQueue(bounds({ atOnce: 10, each: { session: 1 }, yieldMs: 250 }));
    const started: string[] = [];
    const take = async (owner: Owner) => {
      const turn = await queue.take(by(owner));
      started.push(owner);
      return turn;
    };
    const greedy = [1, 2, 3].map(() => take("session:greedy"));
    const modest = await take("session:modest");
    await vi.advanceTimersByTimeAsync(0);
    (await greedy[0])?.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toEqual(["session:greedy", "session:modest"]);
    modest?.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toHaveLength(3);
    // From here on another owner has a turn that never ends.
    await take("session:modest");
    (await greedy[1])?.release();
    await vi.advanceTimersByTimeAsync(251);
    expect(started).toEqual([
      "session:greedy",
      "session:modest",
      "session:greedy",
      "session:modest",
      "session:greedy",
    ]);
  });

  it("refuses an asker that has waited for the maximum time, and removes it from the queue", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1 }));
    const first = await queue.take(by("user:a"));
    const second = queue.take(by("user:b"));
    vi.advanceTimersByTime(4_999);
    expect(queue.load.waiting).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await second).toBeNull();
    first?.release();
    expect(queue.load).toEqual({ running: 0, waiting: 0 });
  });

  it("refuses an owner that has too many waiting, and nobody else", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waitingEach: { user: 2 } }));
    const first = await queue.take(by("user:a"));
    const served = orderOfService(queue, [by("user:a"), by("user:a"), by("user:a"), by("user:b")]);
    first?.release();
    expect((await served).sort()).toEqual(["refused", "user:a", "user:a", "user:b"]);
    expect(queue.load).toEqual({ running: 0, waiting: 0 });
  });

  it("when the queue is full, refuses a request of the owner with the most waiting, not of a newcomer", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waiting: 3 }));
    const first = await queue.take(by("network:a"));
    const served = orderOfService(queue, [
      ...[1, 2, 3].map(() => by("network:a")),
      by("network:b"),
      by("network:a"),
    ]);
    first?.release();
    expect((await served).sort()).toEqual(["network:a", "network:a", "network:b", "refused", "refused"]);
  });

  it("gives a turn back once, however often it is released", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1 }));
    const first = await queue.take(by("user:a"));
    first?.release();
    await queue.take(by("user:b"));
    first?.release();
    first?.end();
    expect(queue.load.running).toBe(1);
  });

  it("ends every turn of one owner and refuses its waiting requests", async () => {
    const queue = new FairQueue(bounds({ atOnce: 2 }));
    const owned = await queue.take(by("user:a", "session:1"));
    const other = await queue.take(by("user:a", "session:2"));
    const waiting = queue.take(by("user:a", "session:1"));
    queue.end("session:1");
    expect([owned?.signal.aborted, other?.signal.aborted]).toEqual([true, false]);
    expect(await waiting).toBeNull();
    expect(queue.load).toEqual({ running: 1, waiting: 0 });
  });

  it("refuses at once when all turns are taken and nobody may wait", async () => {
    const queue = new FairQueue(bounds({ atOnce: 1, waiting: 0 }));
    await queue.take(by("user:a"));
    expect(await queue.take(by("user:b"))).toBeNull();
  });
});

describe("for any sequence of requests, releases, ends and waiting times", () => {
  const owner = fc.constantFrom<Owner>("user:a", "user:b", "user:c", "network:d");
  const step = fc.oneof(
    fc.record({ ask: fc.array(owner, { maxLength: 3 }), isKnown: fc.boolean() }),
    fc.record({ release: fc.nat(20) }),
    fc.record({ end: owner }),
    fc.record({ pass: fc.integer({ min: 1, max: 3_000 }) }),
  );

  it("the total limits hold, every asker gets an answer, and nothing is left in the queue", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const limits = bounds({ atOnce: 3, each: { user: 2 }, waiting: 6, waitingEach: { user: 4 } });
        const queue = new FairQueue(limits);
        const held: { turn: Turn; owners: readonly Owner[] }[] = [];
        const answers: Promise<void>[] = [];
        for (const one of steps) {
          if ("ask" in one)
            answers.push(
              queue.take({ owners: one.ask, isKnown: one.isKnown }).then((turn) => {
                if (turn) held.push({ turn, owners: one.ask });
              }),
            );
          else if ("release" in one) held[one.release % Math.max(1, held.length)]?.turn.release();
          else if ("end" in one) queue.end(one.end);
          else vi.advanceTimersByTime(one.pass);
          await Promise.resolve();
          expect(queue.load.running).toBeLessThanOrEqual(limits.atOnce);
          expect(queue.load.waiting).toBeLessThanOrEqual(limits.waiting);
        }
        vi.advanceTimersByTime(limits.waitMs);
        await Promise.all(answers);
        for (const { turn } of held) turn.release();
        expect(queue.load).toEqual({ running: 0, waiting: 0 });
      }),
    );
  });

  it("with one turn at a time, one request waits for at most as many turns as there are other owners", async () => {
    const crowd = fc.array(fc.constantFrom<Owner>("user:a", "user:b", "user:c"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(crowd, fc.nat(40), async (asked, at) => {
        const queue = new FairQueue(bounds({ atOnce: 1 }));
        const first = await queue.take(by("user:a"));
        const before = asked.slice(0, at);
        const served = orderOfService(
          queue,
          [...before, "user:modest" as Owner, ...asked.slice(at)].map((one) => by(one)),
        );
        first?.release();
        expect((await served).indexOf("user:modest")).toBeLessThanOrEqual(3);
      }),
    );
  });
});
