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
import {
  isAlive,
  reachableIdentifiers,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
} from "./person-world";

const BROWSER = { address: "", userAgent: "test" };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.member;
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
    const session = await sessionOf(firstIdentifier);
    expect(
      await attachIdentifier(session, {
        identifier: ` ${secondIdentifier.toUpperCase()} `,
        password: PASSWORD,
        address: "",
      }),
    ).toMatchObject({ ok: true, account: { supplierName: "Loueur Essai" } });
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier].sort());
    expect(await reachableIdentifiers(await sessionOf(secondIdentifier))).toEqual(
      [firstIdentifier, secondIdentifier].sort(),
    );
    const journal = await asOwner(
      (sql) => sql`select account_id, supplier_id, actor_id, subject_id from audit_events
        where action = 'identifier_attached'`,
    );
    expect(journal.map((row) => ({ ...row }))).toEqual([
      { account_id: null, supplier_id: null, actor_id: null, subject_id: secondAccount.member.userId },
    ]);
  });

  it("answers like a sign-in: the same for unknown, wrong and disabled, and uses the same counter", async () => {
    await changeUser(secondAccount.identifiers.administrator, { status: "disabled" });
    const wrong = { ok: false, reason: "wrong" };
    expect(await attach(firstIdentifier, secondIdentifier, "Faux-Papier-9")).toEqual(wrong);
    expect(await attach(firstIdentifier, "personne@essai.example")).toEqual(wrong);
    expect(await attach(firstIdentifier, secondAccount.identifiers.administrator)).toEqual(wrong);
    const session = await sessionOf(firstIdentifier);
    const guess = () =>
      attachIdentifier(session, { identifier: secondIdentifier, password: "Faux-Papier-9", address: "" });
    for (let index = 0; index < 4; index += 1) expect(await guess()).toEqual(wrong);
    expect(await guess()).toMatchObject({ reason: "too_many" });
    expect(await tryToSignIn(secondIdentifier)).toMatchObject({ reason: "too_many" });
    expect(await attach(firstIdentifier, secondIdentifier)).toMatchObject({ reason: "too_many" });
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
    passTime(MINUTE);
    expect(await attach(firstIdentifier, secondIdentifier)).toMatchObject({ ok: true });
  });

  it("says why an identifier cannot be attached only when the password is right", async () => {
    const adviser = await makeStaff("adviser", await makeSupplier());
    const operator = await makeStaff("operator", null);
    const closed = await makeAccount(await makeSupplier(), { state: "closed" });
    await changeUser(secondAccount.identifiers.administrator, { must_change_password: true });
    const cases: [string, string][] = [
      [adviser.identifier, "staff"],
      [operator.identifier, "staff"],
      [closed.identifiers.member, "account_closed"],
      [secondAccount.identifiers.administrator, "must_change"],
      [firstIdentifier, "already_mine"],
      [firstAccount.identifiers.member, "same_account"],
    ];
    for (const [identifier, reason] of cases) {
      expect(await attach(firstIdentifier, identifier, "Faux-Papier-9"), identifier).toEqual({
        ok: false,
        reason: "wrong",
      });
      expect(await attach(firstIdentifier, identifier), identifier).toEqual({ ok: false, reason });
    }
    expect(await personOf()).toEqual([]);
  });

  it("needs a valid session", async () => {
    const session = await sessionOf(firstIdentifier);
    await changeUser(firstIdentifier, { stamp: 2 });
    expect(
      await attachIdentifier(session, { identifier: secondIdentifier, password: PASSWORD, address: "" }),
    ).toEqual({
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
    await attach(firstIdentifier, third.identifiers.member);
    await attach(secondIdentifier, fourth.identifiers.member);
    await attach(third.identifiers.member, fourth.identifiers.member);
    const all = [
      firstIdentifier,
      secondIdentifier,
      third.identifiers.member,
      fourth.identifiers.member,
    ].sort();
    for (const identifier of all)
      expect(await reachableIdentifiers(await sessionOf(identifier))).toEqual(all);
  });

  it("in every direction at the same time gives one person", async () => {
    const accounts = [firstAccount, secondAccount];
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
    await attach(firstIdentifier, secondIdentifier);
    await attach(firstIdentifier, third.identifiers.member);
    const session = await sessionOf(firstIdentifier);
    expect(await detachIdentifier(session, secondAccount.member.userId)).toEqual({
      ok: true,
      identifier: secondIdentifier,
      isStillMine: false,
    });
    expect(await reachableIdentifiers(await sessionOf(secondIdentifier))).toEqual([secondIdentifier]);
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, third.identifiers.member].sort());
    expect(await detachIdentifier(session, secondAccount.member.userId)).toEqual({
      ok: false,
      reason: "not_attached",
    });
  });

  it("is possible from the identifier that somebody else attached, and ends their access immediately", async () => {
    await attach(firstIdentifier, secondIdentifier);
    const crossed = await switchAccount(
      await sessionOf(firstIdentifier),
      secondAccount.member.userId,
      BROWSER,
    );
    if (!crossed.ok) throw new Error("not switched");
    const owner = await sessionOf(secondIdentifier);
    expect(await detachIdentifier(owner, secondAccount.member.userId)).toMatchObject({ ok: true });
    expect(await isAlive(crossed.sessionId)).toBe(false);
    expect(await isAlive(owner.id)).toBe(true);
    expect(await reachableIdentifiers(await sessionOf(firstIdentifier))).toEqual([firstIdentifier]);
  });

  it("says if the identifier can still be reached through its proven address", async () => {
    await setProvenAddress(firstIdentifier, "camille@essai.example");
    await setProvenAddress(secondIdentifier, "camille@essai.example");
    const third = await makeAccount(await makeSupplier());
    await attach(firstIdentifier, third.identifiers.member);
    await asOwner(
      (
        sql,
      ) => sql`update users set person_id = (select person_id from users where identifier = ${firstIdentifier})
        where identifier = ${secondIdentifier}`,
    );
    expect(
      await detachIdentifier(await sessionOf(firstIdentifier), secondAccount.member.userId),
    ).toMatchObject({
      ok: true,
      isStillMine: true,
    });
  });

  it("is not possible for an identifier of somebody else", async () => {
    const third = await makeAccount(await makeSupplier());
    await attach(secondIdentifier, third.identifiers.member);
    const before = await personOf();
    for (const userId of [secondAccount.member.userId, firstAccount.administrator.userId, "operator", ""])
      expect(await detachIdentifier(await sessionOf(firstIdentifier), userId)).toMatchObject({ ok: false });
    expect(await personOf()).toEqual(before);
  });

  it("ends the session that was switched through it", async () => {
    await attach(firstIdentifier, secondIdentifier);
    const crossed = await switchAccount(
      await sessionOf(firstIdentifier),
      secondAccount.member.userId,
      BROWSER,
    );
    if (!crossed.ok) throw new Error("not switched");
    await detachIdentifier(await resumed(crossed.sessionId), firstAccount.administrator.userId);
    expect(await isAlive(crossed.sessionId)).toBe(false);
  });
});
