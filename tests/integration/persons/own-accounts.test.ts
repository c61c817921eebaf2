import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { signOut } from "@/lib/sign-in/sign-out";
import { changeUser, HOUR, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestAccount } from "@/tests/support/world";
import { reachableIdentifiers, resetToTwoAccounts, sessionOf, setProvenAddress } from "./person-world";

const ADDRESS = "camille@essai.example";
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.member;
});

const attach = (...identifiers: string[]) =>
  asOwner(
    (sql) => sql`update users set person_id = ${randomUUID()} where identifier = any(${identifiers}::text[])`,
  );

describe("the accounts of a person", () => {
  it("are those of the same proven address, also at another supplier, each as its own user", async () => {
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(secondIdentifier, ADDRESS);
    const session = await sessionOf(firstIdentifier);
    const accounts = await listOwnAccounts(session);
    expect(accounts.map(({ viewer }) => viewer).sort(byUser)).toEqual(
      [firstAccount.administrator, secondAccount.member].sort(byUser),
    );
    expect(accounts.filter(({ isCurrent }) => isCurrent).map(({ identifier }) => identifier)).toEqual([
      firstIdentifier,
    ]);
    expect(accounts.find(({ isCurrent }) => !isCurrent)).toMatchObject({
      identifier: secondIdentifier,
      customerNumber: secondAccount.customerNumber,
      isAttached: false,
      supplier: { name: "Loueur Essai", timeZone: "Europe/Paris" },
    });
    expect(await reachableIdentifiers(await sessionOf(secondIdentifier))).toEqual(
      [firstIdentifier, secondIdentifier].sort(),
    );
  });

  it("are those of attached identifiers", async () => {
    await attach(firstIdentifier, secondIdentifier);
    const session = await sessionOf(firstIdentifier);
    expect((await listOwnAccounts(session)).map(({ isAttached }) => isAttached)).toEqual([true, true]);
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier].sort());
  });

  it("are the same from each of them, over any number of steps", async () => {
    const third = await makeAccount(await makeSupplier());
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(secondIdentifier, ADDRESS);
    await attach(secondIdentifier, third.identifiers.member);
    const all = [firstIdentifier, secondIdentifier, third.identifiers.member].sort();
    for (const identifier of all)
      expect(await reachableIdentifiers(await sessionOf(identifier))).toEqual(all);
  });

  it("are listed once each, as the user of the session or else as administrator", async () => {
    for (const account of [firstAccount, secondAccount]) {
      await setProvenAddress(account.identifiers.member, ADDRESS);
      await setProvenAddress(account.identifiers.administrator, ADDRESS);
    }
    expect(await reachableIdentifiers(await sessionOf(firstAccount.identifiers.member))).toEqual(
      [firstAccount.identifiers.member, secondAccount.identifiers.administrator].sort(),
    );
  });

  it("are sorted by supplier, then by company, with numbers in numeric order", async () => {
    await asOwner(async (sql) => {
      await sql`update suppliers set name = 'Zéphyr' where id = ${firstAccount.administrator.supplierId}`;
      await sql`update suppliers set name = 'Écureuil' where id = ${secondAccount.administrator.supplierId}`;
    });
    const supplier = await makeSupplier();
    const more = await Promise.all([makeAccount(supplier), makeAccount(supplier)]);
    const named = ["Société 12", "Société 2"];
    for (const [index, account] of more.entries())
      await asOwner(
        (sql) => sql`update companies set name = ${named[index] ?? ""} where id = ${account.companyId}`,
      );
    await attach(firstIdentifier, secondIdentifier, ...more.map(({ identifiers }) => identifiers.member));
    const accounts = await listOwnAccounts(await sessionOf(firstIdentifier));
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
    ["the address is proven on neither side", () => unprove(firstIdentifier, secondIdentifier)],
    ["the address is proven in the first account only", () => unprove(secondIdentifier)],
    ["the address is proven in the second account only", () => unprove(firstIdentifier)],
    ["the addresses differ", () => setProvenAddress(secondIdentifier, "autre@essai.example")],
    ["its user is disabled", () => changeUser(secondIdentifier, { status: "disabled" })],
    [
      "its user must replace a default password",
      () => changeUser(secondIdentifier, { must_change_password: true }),
    ],
    [
      "it is closed",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${secondAccount.id}`),
    ],
  ])("when %s", async (_why, happens) => {
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(secondIdentifier, ADDRESS);
    const session = await sessionOf(firstIdentifier);
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier].sort());
    await happens();
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
  });

  it("through a user that is not reached itself", async () => {
    const middle = await makeAccount(await makeSupplier());
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(middle.identifiers.member, ADDRESS);
    await attach(middle.identifiers.member, secondIdentifier);
    const session = await sessionOf(firstIdentifier);
    expect(await reachableIdentifiers(session)).toHaveLength(3);
    await changeUser(middle.identifiers.member, { must_change_password: true });
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
  });

  it("of another person, nor of staff", async () => {
    const supplier = await makeSupplier();
    const adviser = await makeStaff("adviser", supplier);
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(adviser.identifier, ADDRESS);
    await attach(firstIdentifier, adviser.identifier);
    await attach(secondIdentifier, secondAccount.identifiers.administrator);
    expect(await reachableIdentifiers(await sessionOf(firstIdentifier))).toEqual([firstIdentifier]);
  });

  it("once the session has ended, is idle, or has a former password", async () => {
    await attach(firstIdentifier, secondIdentifier);
    const [ended, idle, stale] = [
      await sessionOf(firstIdentifier),
      await sessionOf(firstIdentifier),
      await sessionOf(firstIdentifier),
    ];
    await signOut(ended);
    expect(await listOwnAccounts(ended)).toEqual([]);
    await changeUser(firstIdentifier, { stamp: 2 });
    expect(await listOwnAccounts(stale)).toEqual([]);
    await changeUser(firstIdentifier, { stamp: 1 });
    passTime(HOUR);
    expect(await listOwnAccounts(idle)).toEqual([]);
  });
});

const unprove = (...identifiers: string[]) =>
  asOwner(
    (sql) => sql`update users set email_verified_at = null where identifier = any(${identifiers}::text[])`,
  );

const byUser = (a: { userId: string }, b: { userId: string }) => (a.userId < b.userId ? -1 : 1);
