import { beforeEach, describe, expect, it } from "vitest";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changePassword } from "@/lib/users/change-password";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { reachableIdentifiers, resetToTwoAccounts, sessionOf, setProvenAddress } from "./person-world";

const NEW = "Encre-Violette-8";
const ADDRESS = "camille@essai.example";
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let firstIdentifier: string;
let secondIdentifier: string;
let third: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount } = await resetToTwoAccounts());
  firstIdentifier = firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.member;
  third = (await makeAccount(await makeSupplier())).identifiers.member;
});

const attach = async (from: string, identifier: string) =>
  attachIdentifier(await sessionOf(from), { identifier, password: PASSWORD, address: "" });

describe("a change of password", () => {
  it("returns which identifiers are no longer attached; attaching one of them brings the others back", async () => {
    await attach(firstIdentifier, secondIdentifier);
    await attach(firstIdentifier, third);
    const session = await sessionOf(firstIdentifier);
    const entries = { current: PASSWORD, password: NEW, confirmation: NEW };
    expect(await changePassword(session, entries)).toEqual({
      ok: true,
      detached: [secondIdentifier, third].sort(),
    });
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
    const again = await attachIdentifier(session, { identifier: third, password: PASSWORD, address: "" });
    expect(again.ok).toBe(true);
    expect(await reachableIdentifiers(session)).toEqual([firstIdentifier, secondIdentifier, third].sort());
  });

  it("returns no identifier if none was attached to this one; those with the same proven address stay reachable", async () => {
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(secondIdentifier, ADDRESS);
    await attach(secondIdentifier, third);
    const session = await sessionOf(firstIdentifier);
    expect(await reachableIdentifiers(session)).toHaveLength(3);
    const entries = { current: PASSWORD, password: NEW, confirmation: NEW };
    expect(await changePassword(session, entries)).toEqual({ ok: true, detached: [] });
    expect(await reachableIdentifiers(session)).toHaveLength(3);
  });

  it("by a mailed link says whether identifiers are detached, before and after, but not which", async () => {
    await setProvenAddress(firstIdentifier, ADDRESS);
    await setProvenAddress(third, "personne@essai.example");
    await attach(firstIdentifier, secondIdentifier);
    for (const [identifier, email] of [
      [firstIdentifier, ADDRESS],
      [third, "personne@essai.example"],
    ] as const) {
      const [user] = await asOwner(
        (sql) => sql<{ id: string; supplier: string }[]>`
          select u.id, a.supplier_id as supplier from users u join accounts a on a.id = u.account_id
          where u.identifier = ${identifier}`,
      );
      const supplier = { id: user?.supplier ?? "", recoveryAnswer: "explicit" as const };
      await requestRecovery({ supplier, email, address: "", locale: "fr" });
      const [token] = await asOwner(
        (sql) => sql<{ id: string }[]>`select id from tokens where email = ${email}`,
      );
      const secret = deriveToken("recovery", token?.id ?? "");
      const opened = await openToken(supplier.id, secret);
      const isAttached = identifier === firstIdentifier;
      expect(opened.ok && opened.token.users.map((one) => one.isAttached)).toEqual([isAttached]);
      const choice = { supplierId: supplier.id, secret, userId: user?.id ?? "" };
      expect(await choosePassword({ ...choice, password: NEW, confirmation: NEW })).toEqual({
        ok: true,
        identifier,
        wasAttached: isAttached,
      });
    }
  });
});
