import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { forgetEnv } from "@/lib/env";
import { shownDemoCode } from "@/lib/health/shown-demo-code";
import { STAFF_IDLE_MINUTES } from "@/lib/session-lifetime";
import { checkCode } from "@/lib/sign-in/second-factor/check-code";
import { stepOf } from "@/lib/sign-in/second-factor/totp";
import { resumeSession } from "@/lib/sign-in/session/session";
import { findWaitingSession, sessionLock } from "@/lib/sign-in/session/waiting-session";
import { DAY, HOUR, MINUTE, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  enrol,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
} from "@/tests/support/world";
import { code, give, signInWith, waitingOf } from "./factor-world";

const STEP = 30_000;
let adviser: { userId: string; identifier: string };
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  const supplier = await makeSupplier();
  account = await makeAccount(supplier);
  const { viewer, identifier } = await makeStaff("adviser", supplier);
  adviser = { userId: "userId" in viewer ? viewer.userId : "", identifier };
});

/** A browser's secret. */
const device = () => `${randomUUID()}${randomUUID()}`.replaceAll("-", "").slice(0, 43);

describe("a session after the password", () => {
  it("does not count as a session until the code is given, and then gets another id", async () => {
    const waiting = await waitingOf(adviser.identifier);
    expect(waiting).toMatchObject({ state: "code", identifier: adviser.identifier });
    expect(await resumeSession(waiting.id)).toBeNull();
    expect(await give(waiting, "000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await resumeSession(waiting.id)).toBeNull();
    const given = await give(waiting, code());
    if (!given.ok) throw new Error(given.reason);
    expect(given.sessionId).not.toBe(waiting.id);
    expect(await resumeSession(waiting.id)).toBeNull();
    expect(await findWaitingSession(waiting.id)).toBeNull();
    expect(await resumeSession(given.sessionId)).toMatchObject({ identifier: adviser.identifier });
  });

  it("asks a customer's user only if they enrolled, on a known browser too", async () => {
    const identifier = account.identifiers.administrator;
    const known = device();
    const entered = await tryToSignIn(identifier, undefined, "", "", known);
    expect(entered.ok && (await resumeSession(entered.sessionId))).not.toBeNull();
    await enrol(account.administrator.userId);
    expect(entered.ok && (await resumeSession(entered.sessionId))).toBeNull();
    const waiting = await waitingOf(identifier, known);
    expect(waiting.state).toBe("code");
    expect(await give(waiting, code())).toMatchObject({ ok: true });
  });

  it("tells staff without a second factor to enrol", async () => {
    await asOwner((sql) => sql`delete from second_factors`);
    expect((await waitingOf(adviser.identifier)).state).toBe("enrol");
  });
});

describe("a code", () => {
  it("counts for its step and one to either side, and once", async () => {
    // The middle of a step, so that the next step does not begin during the test.
    clockAt(Math.floor(now().getTime() / STEP) * STEP + STEP / 2);
    const check = (typed: string) => checkCode(adviser, { code: typed, address: "" });
    const [past, current, next] = [code(-1), code(0), code(1)];
    expect(await check(code(-2))).toMatchObject({ reason: "wrong" });
    expect(await check(code(2))).toMatchObject({ reason: "wrong" });
    for (const typed of [next, past, `${current.slice(0, 3)} ${current.slice(3)}`])
      expect(await check(typed)).toEqual({ ok: true, by: "application" });
    for (const typed of [past, current, next])
      expect(await check(typed)).toEqual({ ok: false, reason: "used", seconds: 15 });
    passTime(2 * STEP);
    expect(await check(code(-1))).toMatchObject({ reason: "used" });
    expect(await check(code())).toMatchObject({ ok: true });
  });

  it("given twenty times at once, over two instances, is used once", async () => {
    const instance = postgres(process.env.DATABASE_URL ?? "", { max: 10 });
    const use = (sql: postgres.Sql) => sql<{ ok: boolean }[]>`
      select auth_use_factor_step(${adviser.userId}, ${stepOf(now())}, 'sealed') as ok`;
    const both = [sqlClient() as unknown as postgres.Sql, instance];
    const used = await Promise.all(
      Array.from({ length: 20 }, (_, index) => use(both[index % 2] ?? instance)),
    );
    await instance.end();
    expect(used.filter(([row]) => row?.ok)).toHaveLength(1);
  });

  it("is counted per user: five free guesses, then growing waits; a known browser counts apart", async () => {
    const known = device();
    const first = await give(await waitingOf(adviser.identifier, known), code(), known);
    expect(first).toMatchObject({ ok: true });
    passTime(HOUR);
    const stranger = await waitingOf(adviser.identifier);
    for (let guess = 0; guess < 5; guess += 1)
      expect(await give(stranger, "000000")).toMatchObject({ reason: "wrong" });
    expect(await give(stranger, code())).toMatchObject({ reason: "too_many", retryAfterMs: 2_000 });
    expect(await tryToSignIn(adviser.identifier)).toMatchObject({ ok: true });
    const own = await waitingOf(adviser.identifier, known);
    expect(await give(own, code(), known)).toMatchObject({ ok: true });
  });

  it("cannot be guessed: of the guesses of a day, made as fast as allowed, 25 are checked", async () => {
    let [looked, waited] = [0, 0];
    while (waited < DAY && looked <= 25) {
      const checked = await checkCode(adviser, { code: "000000", address: "" });
      const wait = !checked.ok && checked.reason === "too_many" ? checked.retryAfterMs : 0;
      if (wait === 0) looked += 1;
      passTime(wait);
      waited += wait;
    }
    expect(looked).toBe(25);
  });
});

it("the current code is shown for demo users, only in the embedded mode", async () => {
  const { userId } = adviser;
  expect(await shownDemoCode(userId)).toBeNull();
  await asOwner((sql) => sql`update second_factors set is_demo = true`);
  expect(await shownDemoCode(userId)).toBe(code());
  expect(await give(await waitingOf(adviser.identifier), code())).toMatchObject({ ok: true });
  expect(await shownDemoCode(userId)).toBe(code(1));
  const [embedded, url] = [process.env.EMBEDDED, process.env.APP_URL];
  Object.assign(process.env, { EMBEDDED: "false", APP_URL: "https://portail.example" });
  forgetEnv();
  try {
    expect(await shownDemoCode(userId)).toBeNull();
  } finally {
    Object.assign(process.env, { EMBEDDED: embedded, APP_URL: url });
    forgetEnv();
  }
});

describe("a screen of staff", () => {
  it("is locked after 15 minutes without activity, and a code opens it with the same id", async () => {
    const id = await signInWith(adviser.identifier, code());
    passTime(STAFF_IDLE_MINUTES * MINUTE);
    expect(await resumeSession(id)).not.toBeNull();
    passTime(STAFF_IDLE_MINUTES * MINUTE + 1);
    expect(await resumeSession(id)).toBeNull();
    const locked = await findWaitingSession(id);
    expect(locked?.state).toBe("locked");
    passTime(HOUR);
    expect((await sessionLock(id)).state).toBe("locked");
    expect(locked && (await give(locked, "000000"))).toMatchObject({ reason: "wrong" });
    expect(locked && (await give(locked, code()))).toMatchObject({ ok: true, sessionId: id });
    expect(await resumeSession(id)).not.toBeNull();
  });

  it("stays open while it is used, and a request of its state does not count as activity", async () => {
    const id = await signInWith(adviser.identifier, code());
    passTime(10 * MINUTE);
    await resumeSession(id, { isActivity: false });
    expect((await sessionLock(id)).locksInMs).toBe(5 * MINUTE);
    await resumeSession(id);
    expect((await sessionLock(id)).locksInMs).toBe(15 * MINUTE);
    passTime(10 * MINUTE);
    await sessionLock(id);
    passTime(5 * MINUTE + 1);
    expect((await sessionLock(id)).state).toBe("locked");
  });

  it("ends after eight hours, locked or not", async () => {
    const id = await signInWith(adviser.identifier, code());
    passTime(8 * HOUR);
    expect(await findWaitingSession(id)).toBeNull();
    expect((await sessionLock(id)).state).toBe("ended");
  });

  it("locks after as many minutes as the database says", async () => {
    const [row] = await asOwner(
      (sql) => sql`select extract(epoch from auth_staff_idle())::int / 60 as minutes`,
    );
    expect(row?.minutes).toBe(STAFF_IDLE_MINUTES);
  });
});
