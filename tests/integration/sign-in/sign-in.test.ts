import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { networkOf } from "@/lib/http/client-address";
import { RESOURCES } from "@/lib/limits/resources";
import { takeTurn } from "@/lib/limits/take-turn";
import { PER_IDENTIFIER, takeAttempt } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { testDatabase } from "@/tests/support/database";
import { countStatements } from "@/tests/support/statements";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  PASSWORD,
  type TestAccount,
} from "@/tests/support/world";
import { changeUser, DAY, openSession, passTime, tryToSignIn } from "./sign-in-world";

let account: TestAccount;
let identifier: string;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  identifier = account.identifiers.administrator;
});

const WRONG = { ok: false, reason: "wrong" };

/** Takes all turns for hashing that one network may have or wait for, until the returned function is called. */
function takeEveryTurn(): () => Promise<void> {
  const { atOnce, waitingEach } = RESOURCES.hashing;
  const turns = Array.from({ length: atOnce + waitingEach.network }, () =>
    takeTurn("hashing", { owners: ["network:192.0.2.0/24"] }),
  );
  return async () => {
    for (const turn of turns) (await turn)?.release();
  };
}

describe("signing in", () => {
  it("opens a session with the user's kind of viewer, recorded in the journal", async () => {
    const supplier = await makeSupplier();
    const people = [
      [identifier, "administrator"],
      [account.identifiers.member, "member"],
      [(await makeStaff("adviser", supplier)).identifier, "adviser"],
      [(await makeStaff("manager", supplier)).identifier, "manager"],
      [(await makeStaff("operator", null)).identifier, "operator"],
    ] as const;
    for (const [who] of people) expect(await tryToSignIn(who)).toMatchObject({ ok: true });
    const events = await asOwner((sql) => sql`select actor_kind, action from audit_events order by id`);
    // Staff have signed in once they have given the code (tests/integration/second-factor).
    expect(events.map((event) => [event.actor_kind, event.action])).toEqual([
      ["administrator", "signed_in"],
      ["member", "signed_in"],
    ]);
    const [user] = await asOwner(
      (sql) => sql`select last_sign_in_at from users where identifier = ${identifier}`,
    );
    expect(user?.last_sign_in_at).toEqual(now());
  });

  it("accepts the identifier in upper case, with spaces around it and in full-width letters", async () => {
    for (const typed of [` ${identifier} `, identifier.toUpperCase(), identifier.replace("a", "\uff41")])
      expect(await tryToSignIn(typed), typed).toMatchObject({ ok: true });
    await changeUser(identifier, { identifier: "o'brien@xn--socit-esab.example" });
    for (const typed of ["O’Brien@Société.example", "o'brien@xn--socit-esab.example"])
      expect(await tryToSignIn(typed), typed).toMatchObject({ ok: true });
  });

  it("gives one answer to a wrong password, an unknown identifier, a disabled user and one without a password", async () => {
    await changeUser(account.identifiers.member, { status: "disabled" });
    const nobody = await makeAccount(await makeSupplier());
    await asOwner((sql) => sql`update users set password_hash = null where id = ${nobody.member.userId}`);
    expect(await tryToSignIn(identifier, "Faux-Papier-9")).toEqual(WRONG);
    expect(await tryToSignIn("nobody@essai.example")).toEqual(WRONG);
    expect(await tryToSignIn(account.identifiers.member, PASSWORD)).toEqual(WRONG);
    expect(await tryToSignIn(account.identifiers.member, "Faux-Papier-9")).toEqual(WRONG);
    expect(await tryToSignIn(nobody.identifiers.member)).toEqual(WRONG);
    const [count] = await asOwner((sql) => sql`select count(*)::int as n from sessions`);
    expect(count?.n).toBe(0);
  });

  it("does the same work whatever the reason of such an answer: as many statements, and as many verified passwords", async () => {
    await changeUser(account.identifiers.member, { status: "disabled" });
    const { member: locked } = (await makeAccount(await makeSupplier())).identifiers;
    const lockedOnes = [locked, "locked@essai.example"];
    for (const who of lockedOnes)
      for (let guess = 0; guess < 5; guess += 1) await takeAttempt(PER_IDENTIFIER, who, now());
    const guessOn = (who: string) => tryToSignIn(who, "Faux-Papier-9", "192.0.2.7", "", "x".repeat(43));
    const refused = [identifier, "nobody@essai.example", account.identifiers.member];
    for (const who of refused) expect(await countStatements(() => guessOn(who)), who).toBe(4);
    for (const who of lockedOnes) expect(await countStatements(() => guessOn(who)), who).toBe(3);
    // Without a turn for hashing, only sign-ins whose password would be verified are answered `busy`.
    const leave = takeEveryTurn();
    for (const who of refused) expect(await guessOn(who), who).toEqual({ ok: false, reason: "busy" });
    for (const who of lockedOnes) expect(await guessOn(who), who).toMatchObject({ reason: "too_many" });
    await leave();
  });

  it("answers any text and never throws", async () => {
    const odd = [
      "\0",
      `${identifier}\0`,
      "\ud800",
      "' or 1=1 --",
      "%",
      "a".repeat(20_000),
      "\u202eadmin",
      "",
    ];
    for (const typed of odd) expect(await tryToSignIn(typed), JSON.stringify(typed)).toEqual(WRONG);
    for (const password of ["", "\0", "\udfff", "x".repeat(10_000)])
      expect(await tryToSignIn(`u-${password.length}`, password)).toEqual(WRONG);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (typed) => {
        expect(["wrong", "too_many"]).toContain(Reflect.get(await tryToSignIn(typed, "x"), "reason"));
      }),
      { numRuns: 15 },
    );
  });

  it("says that the account is closed, or the default password expired, only with the right password", async () => {
    await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${account.id}`);
    expect(await tryToSignIn(identifier, "Faux-Papier-9")).toEqual(WRONG);
    expect(await tryToSignIn(identifier)).toEqual({ ok: false, reason: "account_closed" });
    const other = await makeAccount(await makeSupplier());
    const { member } = other.identifiers;
    await changeUser(member, { default_password_expires_at: new Date(now().getTime() + DAY) });
    expect(await tryToSignIn(member)).toMatchObject({ ok: true });
    passTime(DAY);
    expect(await tryToSignIn(member, "Faux-Papier-9")).toEqual(WRONG);
    expect(await tryToSignIn(member)).toEqual({ ok: false, reason: "default_password_expired" });
  });

  it("makes a new session each time", async () => {
    const ids = [await openSession(identifier), await openSession(identifier), await openSession(identifier)];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it("answers busy when its network asks too often at the same time, which does not count as an attempt", async () => {
    const flood = async (name: string, attempts: number) => {
      const results = await Promise.all(
        Array.from({ length: attempts }, (_, index) =>
          tryToSignIn(`${name}-${index}`, PASSWORD, "192.0.2.1"),
        ),
      );
      return results.map((result) => (result.ok ? "ok" : result.reason));
    };
    const leave = takeEveryTurn();
    expect(new Set(await flood("while-full", 12))).toEqual(new Set(["busy"]));
    const elsewhere = tryToSignIn(identifier, PASSWORD, "198.51.100.1");
    await leave();
    expect(await elsewhere).toMatchObject({ ok: true });
    expect(await flood("afterwards", 18)).toEqual(Array(18).fill("wrong"));
    const counters = await asOwner(
      (sql) => sql`select encode(key_hash, 'hex') as key, attempts from throttle_counters`,
    );
    const ofNetwork = counters.find((row) => row.key === sha256Hex(networkOf("192.0.2.1")));
    expect(ofNetwork?.attempts).toBe(18);
    expect(counters.reduce((sum, row) => sum + row.attempts, 0)).toBe(2 * 18);
    expect(await tryToSignIn(identifier)).toMatchObject({ ok: true });
  });
});
