import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { switchAccount } from "@/lib/persons/switch-account";
import { resumeSession } from "@/lib/sign-in/session/session";
import { changeUser, HOUR, MINUTE, openSession, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import {
  BROWSER,
  isAlive,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
  switchSession,
} from "./person-world";

const ADDRESS = "camille@essai.example";
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.administrator;
  await setProvenAddress(firstIdentifier, ADDRESS);
  await setProvenAddress(secondIdentifier, ADDRESS);
});

describe("switching", () => {
  it("continues as the other user in a new session, and ends the old one", async () => {
    const session = await sessionOf(firstIdentifier);
    const result = await switchAccount(session, secondAccount.administrator.userId, BROWSER);
    expect(result).toMatchObject({
      ok: true,
      account: { identifier: secondIdentifier, viewer: secondAccount.administrator },
    });
    expect(await isAlive(session.id)).toBe(false);
    const opened = result.ok ? await resumed(result.sessionId) : null;
    expect(opened).toMatchObject({
      viewer: secondAccount.administrator,
      identifier: secondIdentifier,
      entrySupplier: null,
    });
    const [row] = await asOwner(
      (sql) => sql`select ip, user_agent from sessions where id = ${opened?.id ?? ""}`,
    );
    expect({ ...row }).toEqual({ ip: "192.0.2.7", user_agent: "test" });
  });

  it("does not lengthen the session, which ends eight hours after the sign-in for any number of switches", async () => {
    let id = (await sessionOf(firstIdentifier)).id;
    const opened = now().getTime();
    for (let at = 20 * MINUTE; at < 8 * HOUR; at += 20 * MINUTE) {
      passTime(20 * MINUTE);
      id = await switchSession(id, at % (40 * MINUTE) === 0 ? firstAccount : secondAccount);
    }
    passTime(opened + 8 * HOUR - 1 - now().getTime());
    expect(await isAlive(id)).toBe(true);
    passTime(1);
    expect(await isAlive(id)).toBe(false);
  });

  it("back and forth does not change the last visit, after which an invoice counts as new", async () => {
    await openSession(firstIdentifier);
    await openSession(secondIdentifier);
    const lastVisit = now();
    passTime(24 * HOUR);
    const first = await sessionOf(firstIdentifier);
    passTime(MINUTE);
    const second = await switchSession(first.id, secondAccount);
    expect((await resumed(second)).previousVisitAt).toEqual(lastVisit);
    passTime(MINUTE);
    const third = await switchSession(second, firstAccount);
    expect((await resumed(third)).previousVisitAt).toEqual(lastVisit);
    passTime(MINUTE);
    expect((await resumed(await switchSession(third, secondAccount))).previousVisitAt).toEqual(lastVisit);
  });

  it("is recorded in both journals without the other account, and with both accounts in the operator's journal", async () => {
    const session = await sessionOf(firstIdentifier);
    await switchSession(session.id, secondAccount);
    const rows = await asOwner(
      (sql) => sql`
        select account_id, supplier_id, actor_id, action, subject_id, details from audit_events
        where action <> 'signed_in' or actor_id = ${secondAccount.administrator.userId} order by id`,
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      event(firstAccount, firstAccount.administrator.userId, "signed_out"),
      event(secondAccount, secondAccount.administrator.userId, "signed_in"),
      {
        ...event(null, secondAccount.administrator.userId, "account_switched"),
        details: { from: firstAccount.administrator.userId },
      },
    ]);
  });

  const event = (account: TestAccount | null, userId: string, action: string) => ({
    account_id: account?.id ?? null,
    supplier_id: null,
    actor_id: account ? userId : null,
    action,
    subject_id: userId,
    details: {},
  });

  it("twenty times at the same moment opens one session only", async () => {
    const session = await sessionOf(firstIdentifier);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => switchAccount(session, secondAccount.administrator.userId, BROWSER)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [row] = await asOwner(
      (sql) => sql`select count(*)::int as open from sessions where ended_at is null`,
    );
    expect(row?.open).toBe(1);
  });
});

describe("nobody can switch", () => {
  it.each<[string, () => string]>([
    ["to somebody else", () => secondAccount.member.userId],
    ["to an unknown user", () => randomUUID()],
    ["to an invalid id", () => "' or true"],
    ["to the current user", () => firstAccount.administrator.userId],
    ["to a colleague", () => firstAccount.member.userId],
  ])("%s, and the session stays valid", async (_what, target) => {
    const session = await sessionOf(firstIdentifier);
    expect(await switchAccount(session, target(), BROWSER)).toEqual({ ok: false, reason: "unreachable" });
    expect(await isAlive(session.id)).toBe(true);
  });

  it("to a user that the person can no longer reach", async () => {
    const session = await sessionOf(firstIdentifier);
    await changeUser(secondIdentifier, { status: "disabled" });
    expect(await switchAccount(session, secondAccount.administrator.userId, BROWSER)).toMatchObject({
      ok: false,
    });
  });

  it("from a session that has ended", async () => {
    const session = await sessionOf(firstIdentifier);
    await switchSession(session.id, secondAccount);
    expect(await switchAccount(session, secondAccount.administrator.userId, BROWSER)).toMatchObject({
      ok: false,
    });
  });
});

describe("a switched session", () => {
  it.each<[string, () => Promise<unknown>, keepsOwnSession?: boolean]>([
    ["its user is disabled", () => changeUser(secondIdentifier, { status: "disabled" })],
    ["its user has another password", () => changeUser(secondIdentifier, { stamp: 2 })],
    [
      "its user has another address",
      () => changeUser(secondIdentifier, { email: "autre@essai.example" }),
      true,
    ],
    ["the user who signed in is disabled", () => changeUser(firstIdentifier, { status: "disabled" }), true],
    ["the user who signed in has another password", () => changeUser(firstIdentifier, { stamp: 2 }), true],
    [
      "the user who signed in has another address",
      () => changeUser(firstIdentifier, { email: "autre@essai.example" }),
      true,
    ],
  ])("ends when %s", async (_what, happens, keepsOwnSession = false) => {
    const id = await switchSession((await sessionOf(firstIdentifier)).id, secondAccount);
    const own = await openSession(secondIdentifier);
    expect(await isAlive(id)).toBe(true);
    await happens();
    expect(await isAlive(id)).toBe(false);
    expect((await resumeSession(own)) !== null).toBe(keepsOwnSession);
  });

  it.each<[string, (middle: TestAccount) => Promise<unknown>]>([
    ["is detached", ({ identifiers }) => detach(identifiers.member)],
    ["has another password", ({ identifiers }) => changeUser(identifiers.member, { password_hash: "x" })],
    [
      "has another address",
      ({ identifiers }) => changeUser(identifiers.member, { email: "b@essai.example" }),
    ],
    ["is disabled", ({ identifiers }) => changeUser(identifiers.member, { status: "disabled" })],
    [
      "must replace a default password",
      ({ identifiers }) => changeUser(identifiers.member, { must_change_password: true }),
    ],
    [
      "has a closed account",
      ({ id }) => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${id}`),
    ],
  ])("ends when a user in between, through whom it was reached, %s", async (_what, happens) => {
    const { middle, last } = await makeChain();
    const id = await switchSession(await switchSession((await sessionOf(firstIdentifier)).id, middle), last);
    expect(await isAlive(id)).toBe(true);
    await happens(middle);
    expect(await isAlive(id)).toBe(false);
  });

  it("ends immediately and permanently: it does not continue when the user belongs to the person again", async () => {
    const { middle, last, person } = await makeChain();
    const switchedSession = await resumed(await switchSession((await sessionOf(firstIdentifier)).id, last));
    await detach(middle.identifiers.member);
    expect(await listOwnAccounts(switchedSession)).toEqual([]);
    expect(await isAlive(switchedSession.id)).toBe(false);
    await changeUser(middle.identifiers.member, { person_id: person });
    expect(await isAlive(switchedSession.id)).toBe(false);
  });

  it("does not end while its user can still be reached in another way", async () => {
    const { middle, last, person } = await makeChain();
    const id = await switchSession((await sessionOf(firstIdentifier)).id, last);
    await changeUser(firstIdentifier, { person_id: person });
    await detach(middle.identifiers.member);
    expect(await isAlive(id)).toBe(true);
  });

  /**
   * Adds two accounts of the person. The first identifier reaches `middle` by the same address, and `middle` reaches
   * `last` by an attached identifier.
   */
  async function makeChain() {
    const middle = await makeAccount(await makeSupplier());
    const last = await makeAccount(await makeSupplier());
    const person = randomUUID();
    await setProvenAddress(middle.identifiers.member, ADDRESS);
    await setProvenAddress(last.identifiers.administrator, "loin@essai.example");
    for (const identifier of [middle.identifiers.member, last.identifiers.administrator])
      await changeUser(identifier, { person_id: person });
    return { middle: { ...middle, administrator: middle.member }, last, person };
  }

  const detach = (identifier: string) =>
    asOwner((sql) => sql`update users set person_id = null where identifier = ${identifier}`);
});
