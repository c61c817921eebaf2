import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { signOut } from "@/lib/sign-in/sign-out";
import { changeUser, HOUR, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestAccount } from "@/tests/support/world";
import { prove, reached, resetToTwoAccounts, sessionOf } from "./person-world";

const ADDRESS = "camille@essai.example";
let here: TestAccount;
let there: TestAccount;
let mine: string;
let other: string;

beforeEach(async () => {
  ({ here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  other = there.identifiers.member;
});

const attach = (...identifiers: string[]) =>
  asOwner(
    (sql) => sql`update users set person_id = ${randomUUID()} where identifier = any(${identifiers}::text[])`,
  );

describe("the accounts of a person", () => {
  it("are those of the same proven address, also at another supplier, each as its own user", async () => {
    await prove(mine, ADDRESS);
    await prove(other, ADDRESS);
    const session = await sessionOf(mine);
    const accounts = await listOwnAccounts(session);
    expect(accounts.map(({ viewer }) => viewer).sort(byUser)).toEqual(
      [here.administrator, there.member].sort(byUser),
    );
    expect(accounts.filter(({ isCurrent }) => isCurrent).map(({ identifier }) => identifier)).toEqual([mine]);
    expect(accounts.find(({ isCurrent }) => !isCurrent)).toMatchObject({
      identifier: other,
      customerNumber: there.customerNumber,
      isAttached: false,
      supplier: { name: "Loueur Essai", timeZone: "Europe/Paris" },
    });
    expect(await reached(await sessionOf(other))).toEqual([mine, other].sort());
  });

  it("are those of attached identifiers", async () => {
    await attach(mine, other);
    const session = await sessionOf(mine);
    expect((await listOwnAccounts(session)).map(({ isAttached }) => isAttached)).toEqual([true, true]);
    expect(await reached(session)).toEqual([mine, other].sort());
  });

  it("are the same from each of them, over any number of steps", async () => {
    const third = await makeAccount(await makeSupplier());
    await prove(mine, ADDRESS);
    await prove(other, ADDRESS);
    await attach(other, third.identifiers.member);
    const all = [mine, other, third.identifiers.member].sort();
    for (const identifier of all) expect(await reached(await sessionOf(identifier))).toEqual(all);
  });

  it("are listed once each, as the user of the session or else as administrator", async () => {
    for (const account of [here, there]) {
      await prove(account.identifiers.member, ADDRESS);
      await prove(account.identifiers.administrator, ADDRESS);
    }
    expect(await reached(await sessionOf(here.identifiers.member))).toEqual(
      [here.identifiers.member, there.identifiers.administrator].sort(),
    );
  });

  it("are sorted by supplier, then by company, with numbers in numeric order", async () => {
    await asOwner(async (sql) => {
      await sql`update suppliers set name = 'Zéphyr' where id = ${here.administrator.supplierId}`;
      await sql`update suppliers set name = 'Écureuil' where id = ${there.administrator.supplierId}`;
    });
    const supplier = await makeSupplier();
    const more = await Promise.all([makeAccount(supplier), makeAccount(supplier)]);
    const named = ["Société 12", "Société 2"];
    for (const [index, account] of more.entries())
      await asOwner(
        (sql) => sql`update companies set name = ${named[index] ?? ""} where id = ${account.companyId}`,
      );
    await attach(mine, other, ...more.map(({ identifiers }) => identifiers.member));
    const accounts = await listOwnAccounts(await sessionOf(mine));
    expect(accounts.map(({ supplier: { name } }) => name)).toEqual([
      "Écureuil",
      "Loueur Essai",
      "Loueur Essai",
      "Zéphyr",
    ]);
    expect(accounts.slice(1, 3).map(({ companyName }) => companyName)).toEqual(["Société 2", "Société 12"]);
  });
});

describe("an account is not reached", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["the address is proven on neither side", () => unprove(mine, other)],
    ["the address is proven here only", () => unprove(other)],
    ["the address is proven there only", () => unprove(mine)],
    ["the addresses differ", () => prove(other, "autre@essai.example")],
    ["its user is disabled", () => changeUser(other, { status: "disabled" })],
    ["its user must replace a default password", () => changeUser(other, { must_change_password: true })],
    [
      "it is closed",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${there.id}`),
    ],
  ])("when %s", async (_why, happens) => {
    await prove(mine, ADDRESS);
    await prove(other, ADDRESS);
    const session = await sessionOf(mine);
    expect(await reached(session)).toEqual([mine, other].sort());
    await happens();
    expect(await reached(session)).toEqual([mine]);
  });

  it("through a user that is not reached itself", async () => {
    const bridge = await makeAccount(await makeSupplier());
    await prove(mine, ADDRESS);
    await prove(bridge.identifiers.member, ADDRESS);
    await attach(bridge.identifiers.member, other);
    const session = await sessionOf(mine);
    expect(await reached(session)).toHaveLength(3);
    await changeUser(bridge.identifiers.member, { must_change_password: true });
    expect(await reached(session)).toEqual([mine]);
  });

  it("of another person, nor of staff", async () => {
    const supplier = await makeSupplier();
    const adviser = await makeStaff("adviser", supplier);
    await prove(mine, ADDRESS);
    await prove(adviser.identifier, ADDRESS);
    await attach(mine, adviser.identifier);
    await attach(other, there.identifiers.administrator);
    expect(await reached(await sessionOf(mine))).toEqual([mine]);
  });

  it("once the session has ended, is idle, or has a former password", async () => {
    await attach(mine, other);
    const [ended, idle, stale] = [await sessionOf(mine), await sessionOf(mine), await sessionOf(mine)];
    await signOut(ended);
    expect(await listOwnAccounts(ended)).toEqual([]);
    await changeUser(mine, { stamp: 2 });
    expect(await listOwnAccounts(stale)).toEqual([]);
    await changeUser(mine, { stamp: 1 });
    passTime(HOUR);
    expect(await listOwnAccounts(idle)).toEqual([]);
  });
});

const unprove = (...identifiers: string[]) =>
  asOwner(
    (sql) => sql`update users set email_verified_at = null where identifier = any(${identifiers}::text[])`,
  );

const byUser = (a: { userId: string }, b: { userId: string }) => (a.userId < b.userId ? -1 : 1);
