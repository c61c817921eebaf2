import "@/tests/support/property-seed";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { switchAccount } from "@/lib/persons/switch-account";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signOut } from "@/lib/sign-in/sign-out";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import {
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
} from "@/tests/integration/persons/person-world";
import { asOwner, PASSWORD, type TestAccount } from "@/tests/support/world";
import { changeUser, MINUTE, passTime, tryToSignIn } from "./sign-in-world";

const FIVE_MINUTES = FRESH_PROOF_MINUTES * MINUTE;
const OTHER_PASSWORD = "Sillon-Bleu-Vif-9";
const BROWSER = { address: "", userAgent: "test" };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

/** Two accounts of one person, reached by switching; the second has another password. */
beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.administrator;
  for (const identifier of [firstIdentifier, secondIdentifier])
    await setProvenAddress(identifier, "camille@essai.example");
  await changeUser(secondIdentifier, { password_hash: await hashPassword(OTHER_PASSWORD, { owners: [] }) });
  await setProvenAddress(secondIdentifier, "camille@essai.example");
});

const isFresh = async (id: string) => (await checkFreshProof({ id })).ok;
const give = (id: string, secret: string) => checkFreshProof({ id }, { secret, address: "" });

/** Switches the session to the administrator of another account; returns the id of the new session. */
async function switchTo(id: string, account: TestAccount): Promise<string> {
  const result = await switchAccount(await resumed(id), account.administrator.userId, BROWSER);
  if (!result.ok) throw new Error(result.reason);
  return result.sessionId;
}

describe("a proof", () => {
  it("is fresh for five minutes after signing in, and renewed by the password", async () => {
    const { id } = await sessionOf(firstIdentifier);
    passTime(FIVE_MINUTES - 1);
    expect(await isFresh(id)).toBe(true);
    passTime(1);
    const needed = { ok: false, reason: "proof_needed", kind: "password", identifier: firstIdentifier };
    expect(await checkFreshProof({ id })).toEqual({ ...needed, problem: "none", retryAfterMs: null });
    expect(await give(id, "Faux-Papier-9")).toEqual({ ...needed, problem: "wrong", retryAfterMs: null });
    expect(await isFresh(id)).toBe(false);
    expect(await give(id, PASSWORD)).toEqual({ ok: true });
    passTime(FIVE_MINUTES - 1);
    expect(await isFresh(id)).toBe(true);
  });

  it("that is wrong counts as a failed sign-in, also while an earlier one is fresh", async () => {
    const { id } = await sessionOf(firstIdentifier);
    for (let guess = 0; guess < 5; guess += 1)
      expect(await give(id, "Faux-Papier-9")).toMatchObject({ problem: "wrong" });
    expect(await give(id, PASSWORD)).toMatchObject({ problem: "too_many", retryAfterMs: 2_000 });
    expect(await tryToSignIn(firstIdentifier)).toMatchObject({ reason: "too_many" });
    passTime(MINUTE);
    expect(await give(id, PASSWORD)).toEqual({ ok: true });
  });

  it("after a switch is that of the identifier that signed in", async () => {
    const switchedId = await switchTo((await sessionOf(firstIdentifier)).id, secondAccount);
    passTime(FIVE_MINUTES);
    expect(await give(switchedId, OTHER_PASSWORD)).toMatchObject({
      problem: "wrong",
      identifier: firstIdentifier,
    });
    expect(await isFresh(switchedId)).toBe(false);
    expect(await give(switchedId, PASSWORD)).toEqual({ ok: true });
    expect(await isFresh(await switchTo(switchedId, firstAccount))).toBe(true);
  });

  it("is not accepted in a session that has ended", async () => {
    const session = await sessionOf(firstIdentifier);
    await signOut(session);
    expect(await isFresh(session.id)).toBe(false);
    expect(await give(session.id, PASSWORD)).toMatchObject({ ok: false });
  });

  it("is missing in a session that was opened before there were proofs", async () => {
    const { id } = await sessionOf(firstIdentifier);
    await asOwner((sql) => sql`update sessions set proven_at = null where id = ${id}`);
    expect(await isFresh(id)).toBe(false);
  });

  it("is as old as the last right password, whatever else happens in the session", async () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ what: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 4 }) }),
      },
      { weight: 3, arbitrary: fc.record({ what: fc.constantFrom("poll" as const, "switch" as const) }) },
      // Hashing takes most of the time of this test.
      { weight: 1, arbitrary: fc.record({ what: fc.constantFrom("prove" as const, "wrong" as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
        await asOwner((sql) => sql`delete from throttle_counters`);
        let { id } = await sessionOf(firstIdentifier);
        let account = firstAccount;
        let provenAt = now().getTime();
        for (const one of steps) {
          if (one.what === "wait") passTime(one.minutes * MINUTE);
          else if (one.what === "poll") await resumeSession(id);
          else if (one.what === "wrong") await give(id, OTHER_PASSWORD);
          else if (one.what === "prove") {
            const given = await give(id, PASSWORD);
            if (given.ok) provenAt = now().getTime();
          } else {
            account = account === firstAccount ? secondAccount : firstAccount;
            id = await switchTo(id, account);
          }
          expect(await isFresh(id)).toBe(now().getTime() - provenAt < FIVE_MINUTES);
        }
      }),
      { numRuns: 6 },
    );
  });
});

it("the web's login cannot write when somebody proved who they are", async () => {
  const privileges = await asOwner(
    (sql) => sql`
      select has_column_privilege('efacture_app', 'sessions', 'proven_at', 'update') as allowed,
        has_column_privilege('efacture_app', 'sessions', 'ended_at', 'update') as others`,
  );
  expect(privileges[0]).toEqual({ allowed: false, others: true });
});
