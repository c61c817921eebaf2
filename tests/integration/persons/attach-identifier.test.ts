import { beforeEach, describe, expect, it } from "vitest";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { switchAccount } from "@/lib/persons/switch-account";
import { changeUser, MINUTE, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  PASSWORD,
  type TestAccount,
} from "@/tests/support/world";
import { isAlive, prove, reached, resetToTwoAccounts, resumed, sessionOf } from "./person-world";

const BROWSER = { address: "", userAgent: "test" };
let here: TestAccount;
let there: TestAccount;
let mine: string;
let other: string;

beforeEach(async () => {
  ({ here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  other = there.identifiers.member;
});

const attach = async (from: string, identifier: string, password = PASSWORD) =>
  attachIdentifier(await sessionOf(from), { identifier, password, address: "" });

const personOf = () =>
  asOwner(async (sql) => {
    const rows = await sql`select identifier, person_id from users where person_id is not null order by 1`;
    return rows.map((row) => ({ identifier: String(row.identifier), person: String(row.person_id) }));
  });

describe("attaching an identifier", () => {
  it("by its password attaches both permanently, from either side and after signing in again", async () => {
    const session = await sessionOf(mine);
    expect(
      await attachIdentifier(session, {
        identifier: ` ${other.toUpperCase()} `,
        password: PASSWORD,
        address: "",
      }),
    ).toMatchObject({ ok: true, account: { supplierName: "Loueur Essai" } });
    expect(await reached(session)).toEqual([mine, other].sort());
    expect(await reached(await sessionOf(other))).toEqual([mine, other].sort());
    const journal = await asOwner(
      (sql) => sql`select account_id, supplier_id, actor_id, subject_id from audit_events
        where action = 'identifier_attached'`,
    );
    expect(journal.map((row) => ({ ...row }))).toEqual([
      { account_id: null, supplier_id: null, actor_id: null, subject_id: there.member.userId },
    ]);
  });

  it("answers like a sign-in: the same for unknown, wrong and disabled, and uses the same counter", async () => {
    await changeUser(there.identifiers.administrator, { status: "disabled" });
    const wrong = { ok: false, reason: "wrong" };
    expect(await attach(mine, other, "Faux-Papier-9")).toEqual(wrong);
    expect(await attach(mine, "personne@essai.example")).toEqual(wrong);
    expect(await attach(mine, there.identifiers.administrator)).toEqual(wrong);
    const session = await sessionOf(mine);
    const guess = () =>
      attachIdentifier(session, { identifier: other, password: "Faux-Papier-9", address: "" });
    for (let index = 0; index < 4; index += 1) expect(await guess()).toEqual(wrong);
    expect(await guess()).toMatchObject({ reason: "too_many" });
    expect(await tryToSignIn(other)).toMatchObject({ reason: "too_many" });
    expect(await attach(mine, other)).toMatchObject({ reason: "too_many" });
    expect(await reached(session)).toEqual([mine]);
    passTime(MINUTE);
    expect(await attach(mine, other)).toMatchObject({ ok: true });
  });

  it("says only with the right password that the identifier is of staff, provisional, closed, already attached or of the same account", async () => {
    const adviser = await makeStaff("adviser", await makeSupplier());
    const operator = await makeStaff("operator", null);
    const closed = await makeAccount(await makeSupplier(), { state: "closed" });
    await changeUser(there.identifiers.administrator, { must_change_password: true });
    const cases: [string, string][] = [
      [adviser.identifier, "staff"],
      [operator.identifier, "staff"],
      [closed.identifiers.member, "account_closed"],
      [there.identifiers.administrator, "must_change"],
      [mine, "already_mine"],
      [here.identifiers.member, "same_account"],
    ];
    for (const [identifier, reason] of cases) {
      expect(await attach(mine, identifier, "Faux-Papier-9"), identifier).toEqual({
        ok: false,
        reason: "wrong",
      });
      expect(await attach(mine, identifier), identifier).toEqual({ ok: false, reason });
    }
    expect(await personOf()).toEqual([]);
  });

  it("needs a valid session", async () => {
    const session = await sessionOf(mine);
    await changeUser(mine, { stamp: 2 });
    expect(await attachIdentifier(session, { identifier: other, password: PASSWORD, address: "" })).toEqual({
      ok: false,
      reason: "session_over",
    });
    expect(await personOf()).toEqual([]);
  });

  it("also joins identifiers that were attached to either side", async () => {
    const [third, fourth] = [
      await makeAccount(await makeSupplier()),
      await makeAccount(await makeSupplier()),
    ];
    await attach(mine, third.identifiers.member);
    await attach(other, fourth.identifiers.member);
    await attach(third.identifiers.member, fourth.identifiers.member);
    const all = [mine, other, third.identifiers.member, fourth.identifiers.member].sort();
    for (const identifier of all) expect(await reached(await sessionOf(identifier))).toEqual(all);
  });

  it("in every direction at the same time gives one person", async () => {
    const accounts = [here, there];
    for (let index = 0; index < 4; index += 1) accounts.push(await makeAccount(await makeSupplier()));
    const identifiers = accounts.map(({ identifiers: { member } }) => member);
    const sessions = await Promise.all(identifiers.map((identifier) => sessionOf(identifier)));
    const results = await Promise.all(
      sessions.map((session, index) =>
        attachIdentifier(session, {
          identifier: identifiers[(index + 1) % identifiers.length] ?? "",
          password: PASSWORD,
          address: "",
        }),
      ),
    );
    expect(results.filter((result) => !result.ok && result.reason !== "already_mine")).toEqual([]);
    const persons = await personOf();
    expect(persons.map(({ identifier }) => identifier)).toEqual([...identifiers].sort());
    expect(new Set(persons.map(({ person }) => person)).size).toBe(1);
  });
});

describe("detaching an identifier", () => {
  it("separates it, and the others stay together", async () => {
    const third = await makeAccount(await makeSupplier());
    await attach(mine, other);
    await attach(mine, third.identifiers.member);
    const session = await sessionOf(mine);
    expect(await detachIdentifier(session, there.member.userId)).toEqual({
      ok: true,
      identifier: other,
      isStillMine: false,
    });
    expect(await reached(await sessionOf(other))).toEqual([other]);
    expect(await reached(session)).toEqual([mine, third.identifiers.member].sort());
    expect(await detachIdentifier(session, there.member.userId)).toEqual({
      ok: false,
      reason: "not_attached",
    });
  });

  it("is possible from the identifier that somebody else attached, and ends their access immediately", async () => {
    await attach(mine, other);
    const crossed = await switchAccount(await sessionOf(mine), there.member.userId, BROWSER);
    if (!crossed.ok) throw new Error("not switched");
    const owner = await sessionOf(other);
    expect(await detachIdentifier(owner, there.member.userId)).toMatchObject({ ok: true });
    expect(await isAlive(crossed.sessionId)).toBe(false);
    expect(await isAlive(owner.id)).toBe(true);
    expect(await reached(await sessionOf(mine))).toEqual([mine]);
  });

  it("says if the identifier can still be reached through its proven address", async () => {
    await prove(mine, "camille@essai.example");
    await prove(other, "camille@essai.example");
    const third = await makeAccount(await makeSupplier());
    await attach(mine, third.identifiers.member);
    await asOwner(
      (sql) => sql`update users set person_id = (select person_id from users where identifier = ${mine})
        where identifier = ${other}`,
    );
    expect(await detachIdentifier(await sessionOf(mine), there.member.userId)).toMatchObject({
      ok: true,
      isStillMine: true,
    });
  });

  it("is not possible for an identifier of somebody else", async () => {
    const third = await makeAccount(await makeSupplier());
    await attach(other, third.identifiers.member);
    const before = await personOf();
    for (const userId of [there.member.userId, here.administrator.userId, "operator", ""])
      expect(await detachIdentifier(await sessionOf(mine), userId)).toMatchObject({ ok: false });
    expect(await personOf()).toEqual(before);
  });

  it("ends the session that was switched through it", async () => {
    await attach(mine, other);
    const crossed = await switchAccount(await sessionOf(mine), there.member.userId, BROWSER);
    if (!crossed.ok) throw new Error("not switched");
    await detachIdentifier(await resumed(crossed.sessionId), here.administrator.userId);
    expect(await isAlive(crossed.sessionId)).toBe(false);
  });
});
