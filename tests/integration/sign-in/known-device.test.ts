import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { RESOURCES } from "@/lib/limits/resources";
import { takeTurn } from "@/lib/limits/take-turn";
import { PER_IDENTIFIER, PER_NETWORK, takeAttempt } from "@/lib/limits/throttle";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { choosePassword } from "@/lib/recovery/choose-password";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { sha256Hex } from "@/lib/sha256";
import { countersOf, takeAttempts } from "@/lib/sign-in/attempts";
import { deviceHash, deviceSecret } from "@/lib/sign-in/known-device/known-device";
import { rememberDevice } from "@/lib/sign-in/known-device/remember-device";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { endSession } from "@/lib/sign-in/session/end-session";
import { listSessions } from "@/lib/sign-in/session/list-sessions";
import { resumeSession } from "@/lib/sign-in/session/session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changePassword } from "@/lib/users/change-password";
import { setUserStatus } from "@/lib/users/set-user-status";
import { testDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { actingAs } from "../users/administration-world";
import { changeUser, DAY, passTime, tryToSignIn } from "./sign-in-world";

let account: TestAccount;
let identifier: string;
/** The secret of the browser on which the user signed in. */
let device: string;
let session: CustomerSession;

const WRONG = "Faux-Papier-9";
const NEW_PASSWORD = "Encre-Violette-83";

const signInOn = (secret: string, password = PASSWORD, who = identifier) =>
  tryToSignIn(who, password, "192.0.2.7", "", secret);
const guessAsStranger = () => signInOn("", WRONG);

/** Signs in on a browser and returns the session. */
async function enterOn(secret: string, who = identifier): Promise<CustomerSession> {
  const opened = await signInOn(secret, PASSWORD, who);
  if (!opened.ok) throw new Error(`Refused: ${opened.reason}`);
  return (await resumeSession(opened.sessionId)) as CustomerSession;
}

/** Uses up the guesses of a day for the identifier, as strangers can (`throttle.test.ts`). */
const exhaustGuesses = () =>
  asOwner(
    (sql) => sql`
      insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
      values (${PER_IDENTIFIER.scope}, ${Buffer.from(sha256Hex(identifier), "hex")}, ${PER_IDENTIFIER.max}, ${now()}, ${now()})
      on conflict (scope, key_hash) do update
      set attempts = excluded.attempts, window_started_at = excluded.window_started_at`,
  );

/** Whether strangers' guesses keep the user out on this browser. */
async function isShutOutOn(secret: string, password = PASSWORD): Promise<boolean> {
  await exhaustGuesses();
  const answer = await signInOn(secret, password);
  return !answer.ok && answer.reason === "too_many";
}

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.member;
  device = deviceSecret("");
  session = await enterOn(device);
});

describe("a known browser", () => {
  it("signs in while strangers have used up the guesses of a day, and they gain none by it", async () => {
    expect(await isShutOutOn(device)).toBe(false);
    expect(await isShutOutOn(deviceSecret(""))).toBe(true);
    expect(await guessAsStranger()).toMatchObject({ reason: "too_many" });
    expect(await signInOn(device)).toMatchObject({ ok: true });
    expect(await guessAsStranger()).toMatchObject({ reason: "too_many" });
  });

  it("signs in although strangers in its network take every turn for hashing", async () => {
    const { atOnce, waitingEach } = RESOURCES.hashing;
    const strangers = Array.from({ length: atOnce + waitingEach.network }, () =>
      takeTurn("hashing", { owners: ["network:192.0.2.0/24"] }),
    );
    expect(await signInOn("", PASSWORD, account.identifiers.administrator)).toMatchObject({ reason: "busy" });
    const knownSignIn = signInOn(device);
    await eventually(
      "the known browser waits too",
      () => globalThis.efactureTurns?.get("hashing")?.load.waiting === waitingEach.network + 1,
    );
    (await strangers[0])?.release();
    expect(await knownSignIn).toMatchObject({ ok: true });
    for (const turn of strangers) (await turn)?.release();
  });

  it("signs in although its network is refused", async () => {
    for (let guess = 0; guess < 61; guess += 1) await takeAttempt(PER_NETWORK, "192.0.2.0/24", now());
    expect(await signInOn("", PASSWORD, account.identifiers.administrator)).toMatchObject({
      reason: "too_many",
    });
    expect(await signInOn(device)).toMatchObject({ ok: true });
  });

  it("has its own five guesses without delay and 25 a day, which do not count for strangers", async () => {
    const counters = await countersOf({ identifier, network: "", device: deviceHash(device) }, now());
    const end = now().getTime() + DAY;
    let checked = 0;
    for (const waitMs of [0, 0, 0, 0, 0, 2_000]) {
      expect(await takeAttempts(counters, now())).toBe(waitMs);
      if (waitMs === 0) checked += 1;
    }
    while (now().getTime() < end) {
      const waitMs = await takeAttempts(counters, now());
      if (waitMs === 0) checked += 1;
      passTime(waitMs);
    }
    expect(checked).toBe(25);
    expect(await guessAsStranger()).toEqual({ ok: false, reason: "wrong" });
  });

  it("gives no access by itself, and is known only for the user who signed in on it", async () => {
    expect(await signInOn(device, WRONG)).toEqual({ ok: false, reason: "wrong" });
    const other = account.identifiers.administrator;
    for (let guess = 0; guess < 5; guess += 1) await signInOn("", WRONG, other);
    expect(await signInOn(device, PASSWORD, other)).toMatchObject({ reason: "too_many" });
  });

  it("may attach its user's identifier to another person although strangers have used up their guesses", async () => {
    const administrator = await enterOn(device, account.identifiers.administrator);
    const other = (await makeAccount(await makeSupplier())).identifiers.member;
    await enterOn(device, other);
    for (let guess = 0; guess < 6; guess += 1) await signInOn("", WRONG, other);
    const typed = { identifier: other, password: PASSWORD, address: "" };
    expect(await attachIdentifier(administrator, typed)).toMatchObject({ reason: "too_many" });
    expect(await attachIdentifier(administrator, { ...typed, device })).toMatchObject({ ok: true });
  });

  it("is stored as a digest, and is at most one of twenty", async () => {
    await withViewer(account.member, async (tx) => {
      for (let browser = 0; browser < 22; browser += 1) {
        const at = new Date(now().getTime() + browser);
        const secretHash = sha256Hex(deviceSecret(""));
        await rememberDevice(tx, { userId: account.member.userId, stamp: 1, secretHash, at });
      }
    });
    const rows = await asOwner((sql) => sql`select encode(secret_hash, 'escape') as hash from known_devices`);
    expect(rows).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toContain(device);
    expect(await isShutOutOn(device)).toBe(true);
  });

  it("is counted on the security page, unless it is the one in use", async () => {
    const others = async (of: CustomerSession) => (await listSessions(of)).otherDevices;
    const elsewhere = await enterOn(deviceSecret(""));
    const again = await enterOn(device);
    expect([await others(session), await others(again), await others(elsewhere)]).toEqual([1, 1, 1]);
    expect(await others(await enterOn(""))).toBe(2);
    await endSession(again, "all");
    expect(await others(again)).toBe(0);
  });

  it("takes no cookie that the portal did not make", () => {
    for (const forged of ["", "x", `${device}x`, `${device.slice(1)}"`, "é".repeat(43)])
      expect(deviceSecret(forged)).not.toBe(forged);
    expect(deviceSecret(device)).toBe(device);
  });
});

describe("a browser is not known any more", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["after a password chosen by a link", () => changeUser(identifier, { stamp: 2 })],
    ["after « Fermer toutes les autres sessions »", async () => endSession(await enterOn(""), "all")],
    ["when its session is ended from another", async () => endSession(await enterOn(""), { id: session.id })],
    [
      "while the user is disabled, and afterwards",
      async () => {
        const administrator = await actingAs(account.administrator);
        await setUserStatus(administrator, account.member.userId, "disabled");
        await setUserStatus(administrator, account.member.userId, "active");
      },
    ],
    ["after a year", async () => passTime(366 * DAY)],
  ])("%s", async (_when, end) => {
    await end();
    expect(await isShutOutOn(device)).toBe(true);
  });

  it("after a change of the password on another, but the one in use stays known", async () => {
    const used = deviceSecret("");
    const current = await enterOn(used);
    const entries = { current: PASSWORD, password: NEW_PASSWORD, confirmation: NEW_PASSWORD };
    expect(await changePassword(current, entries)).toMatchObject({ ok: true });
    expect(await isShutOutOn(device, NEW_PASSWORD)).toBe(true);
    expect(await signInOn(used, NEW_PASSWORD)).toMatchObject({ ok: true });
  });

  it("but stays known when another user closes sessions, or when its own user closes the others from it", async () => {
    const administrator = await enterOn("", account.identifiers.administrator);
    await endSession(administrator, "all");
    await endSession(administrator, { id: session.id });
    await endSession(session, "all");
    expect(await isShutOutOn(device)).toBe(false);
  });

  it("and its row is deleted by the due work after a year", async () => {
    await runDueWork(1_000);
    passTime(366 * DAY);
    await runDueWork(1_000);
    expect(await asOwner((sql) => sql`select from known_devices`)).toHaveLength(0);
  });
});

describe("strangers' guesses", () => {
  it("do not keep a user out who chooses a password by a mailed link, on that browser", async () => {
    const supplier = account.member.supplierId;
    await changeUser(identifier, { email: "lila@essai.example" });
    const request = { email: "lila@essai.example", address: "", locale: "fr" } as const;
    await requestRecovery({ supplier: { id: supplier, recoveryAnswer: "explicit" }, ...request });
    const [token] = await asOwner((sql) => sql<{ id: string }[]>`select id from tokens`);
    const used = deviceSecret("");
    const chosen = await choosePassword({
      supplierId: supplier,
      secret: deriveToken("recovery", token?.id ?? ""),
      userId: account.member.userId,
      password: NEW_PASSWORD,
      confirmation: NEW_PASSWORD,
      device: used,
    });
    expect(chosen).toMatchObject({ ok: true });
    expect(await isShutOutOn(used, NEW_PASSWORD)).toBe(false);
    expect(await isShutOutOn(device, NEW_PASSWORD)).toBe(true);
  });

  it("do not keep a signed-in user from changing the password", async () => {
    await exhaustGuesses();
    const entries = { current: PASSWORD, password: NEW_PASSWORD, confirmation: NEW_PASSWORD };
    expect(await changePassword(session, entries)).toMatchObject({ ok: true });
  });
});
