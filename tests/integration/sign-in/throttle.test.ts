import fc from "fast-check";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { forgetEnv } from "@/lib/env";
import { clientAddress, networkOf } from "@/lib/http/client-address";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { PER_IDENTIFIER, PER_NETWORK, takeAttempt } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import { DAY, HOUR, MINUTE, passTime, tryToSignIn } from "./sign-in-world";

let identifier: string;

beforeEach(async () => {
  await testDatabase().reset();
  identifier = (await makeAccount(await makeSupplier())).identifiers.administrator;
});

const guess = (address = "") => tryToSignIn(identifier, "Faux-Papier-9", address);

describe("the counters", () => {
  it("are deleted by the due work two days after they began, and not earlier", async () => {
    for (let guesses = 0; guesses < 3; guesses += 1) await tryToSignIn(`nobody-${guesses}`);
    passTime(2 * DAY);
    await guess();
    await runDueWork(1_000);
    passTime(HOUR);
    const counted = () => asOwner((sql) => sql`select from throttle_counters`);
    expect(await counted()).toHaveLength(4);
    await runDueWork(1_000);
    expect(await counted()).toHaveLength(1);
  });
});

describe("guessing one identifier", () => {
  it("has no delay five times, then 2 s, 4 s, 8 s … up to a quarter of an hour", async () => {
    for (let free = 0; free < 5; free += 1) expect(await guess()).toEqual({ ok: false, reason: "wrong" });
    const waits: number[] = [];
    for (let delayed = 0; delayed < 12; delayed += 1) {
      const refused = await guess();
      if (refused.ok || refused.reason !== "too_many") throw new Error(`no wait at ${delayed}`);
      waits.push(refused.retryAfterMs / 1000);
      passTime(refused.retryAfterMs - 1);
      expect(await guess()).toMatchObject({ reason: "too_many", retryAfterMs: 1 });
      passTime(1);
      expect(await guess()).toEqual({ ok: false, reason: "wrong" });
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("refuses the right password too, with the same answer, until the wait is over", async () => {
    for (let free = 0; free < 5; free += 1) await guess();
    expect(await tryToSignIn(identifier)).toEqual({ ok: false, reason: "too_many", retryAfterMs: 2000 });
    expect(await tryToSignIn("unknown-too")).toEqual({ ok: false, reason: "wrong" });
    passTime(2000);
    expect(await tryToSignIn(identifier)).toMatchObject({ ok: true });
  });

  it("gives the same answer for a locked unknown and a locked known identifier", async () => {
    for (let free = 0; free < 5; free += 1) {
      await guess();
      await tryToSignIn("nobody@essai.example", "Faux-Papier-9");
    }
    expect(await tryToSignIn("nobody@essai.example", "x")).toEqual(await guess());
  });

  it("starts again from zero after the right password", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await guess();
      expect(await tryToSignIn(identifier)).toMatchObject({ ok: true });
    }
  });

  it("checks five of 1,000 simultaneous guesses over two instances, and 25 in a day", async () => {
    const otherInstance = postgres(testDatabase().appUrl, { max: 10 });
    const { scope, windowSeconds, free, max, baseSeconds, longestSeconds } = PER_IDENTIFIER;
    const key = Buffer.from(sha256Hex(identifier), "hex");
    const onSecondInstance = async () => {
      const [row] = await otherInstance`
        select auth_take_attempt(${scope}, ${key}, ${now()}, make_interval(secs => ${windowSeconds}), ${free}, ${max},
          make_interval(secs => ${baseSeconds}), make_interval(secs => ${longestSeconds})) as wait`;
      return Number(row?.wait);
    };
    const onFirstInstance = () => takeAttempt(PER_IDENTIFIER, identifier, now());
    const started = now().getTime();
    let evaluated = 0;
    try {
      const waits = await Promise.all(
        Array.from({ length: 1_000 }, (_, index) => (index % 2 ? onFirstInstance() : onSecondInstance())),
      );
      evaluated = waits.filter((wait) => wait === 0).length;
      expect(evaluated).toBe(5);
      for (let round = 0; round < 60 && now().getTime() - started < DAY; round += 1) {
        const parallel = await Promise.all([
          onFirstInstance(),
          onSecondInstance(),
          onFirstInstance(),
          onSecondInstance(),
        ]);
        const got = parallel.filter((wait) => wait === 0).length;
        expect(got).toBeLessThanOrEqual(1);
        evaluated += got;
        passTime(Math.min(...parallel.filter((wait) => wait > 0)));
      }
    } finally {
      await otherInstance.end();
    }
    expect(evaluated).toBe(25);
    expect(now().getTime() - started).toBe(DAY);
    expect(await onFirstInstance()).toBe(0);
  });

  it("allows at most 25 per window, at any times of the guesses", async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.uuid(), gaps, async (who, pauses) => {
        let at = now().getTime();
        const end = at + DAY;
        let evaluated = 0;
        for (const pause of pauses) {
          if ((at += pause) >= end) break;
          if ((await takeAttempt(PER_IDENTIFIER, who, new Date(at))) === 0) evaluated += 1;
        }
        expect(evaluated).toBeLessThanOrEqual(25);
      }),
      { numRuns: 20 },
    );
  });

  it("stores no identifier or address in the counters", async () => {
    await guess("192.0.2.7");
    const rows = await asOwner(
      (sql) => sql`select scope, encode(key_hash, 'escape') as key from throttle_counters`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/essai|192/);
  });
});

describe("guessing from one network", () => {
  it("is delayed after 60 attempts and refused after 300 in an hour, but another network is not", async () => {
    const take = (network: string) => takeAttempt(PER_NETWORK, network, now());
    const first = await Promise.all(Array.from({ length: 100 }, () => take("192.0.2.0/24")));
    expect(first.filter((wait) => wait === 0)).toHaveLength(60);
    let evaluated = 60;
    for (let round = 0; round < 300; round += 1) {
      const wait = await take("192.0.2.0/24");
      if (wait === 0) evaluated += 1;
      else if (wait > 30_000) break;
      else passTime(wait);
    }
    expect(evaluated).toBeLessThanOrEqual(300);
    expect(await take("192.0.3.0/24")).toBe(0);
    passTime(HOUR);
    expect(await take("192.0.2.0/24")).toBe(0);
  });

  it("counts only wrong passwords", async () => {
    const attempts = () =>
      asOwner(async (sql) => {
        const rows = await sql`select attempts from throttle_counters where scope = 'sign_in_network'`;
        return rows.map((row) => row.attempts);
      });
    for (let right = 0; right < 3; right += 1) await tryToSignIn(identifier, undefined, "192.0.2.7");
    expect(await attempts()).toEqual([0]);
    await guess("192.0.2.8");
    expect(await attempts()).toEqual([1]);
    await tryToSignIn(identifier, undefined, "192.0.2.9");
    expect(await attempts()).toEqual([1]);
    await guess("192.0.3.7");
    expect(await attempts()).toEqual([1, 1]);
  });

  it("is no longer delayed after an hour", async () => {
    for (let wrong = 0; wrong < 61; wrong += 1) await takeAttempt(PER_NETWORK, "n", now());
    expect(await takeAttempt(PER_NETWORK, "n", now())).toBeGreaterThan(0);
    passTime(60 * MINUTE);
    expect(await takeAttempt(PER_NETWORK, "n", now())).toBe(0);
  });
});

describe("the address for the counter of a network", () => {
  afterEach(() => trust(0));

  function trust(hops: number): void {
    process.env.TRUSTED_PROXY_HOPS = String(hops);
    forgetEnv();
  }
  const forwarded = (value: string) => clientAddress(new Headers({ "x-forwarded-for": value }));

  it("is unknown without a trusted proxy, for any header of the request", () => {
    trust(0);
    expect(forwarded("192.0.2.1")).toBe("");
    expect(networkOf("")).toBe("");
  });

  it("is the one that the outermost trusted proxy saw; entries that a client adds change nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.oneof(fc.ipV4(), fc.string())),
        (hops, claimed) => {
          trust(hops);
          const proxyEntries = ["203.0.113.9", "10.0.0.1", "10.0.0.2"].slice(0, hops);
          const header = [...claimed, ...proxyEntries].join(", ").replace(/[^\x20-\x7e]/g, "");
          expect(forwarded(header)).toBe("203.0.113.9");
        },
      ),
    );
  });

  it("is unknown if there are fewer hops than trusted proxies, or the entry is not an address", () => {
    trust(2);
    for (const header of ["", "192.0.2.1", "nonsense, 10.0.0.1", "192.0.2.1:443, 10.0.0.1"])
      expect(forwarded(header), header).toBe("");
  });
});
