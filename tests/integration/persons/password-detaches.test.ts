import { beforeEach, describe, expect, it } from "vitest";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changePassword } from "@/lib/users/change-password";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { prove, reached, resetToTwoAccounts, sessionOf } from "./person-world";

const NEW = "Encre-Violette-8";
const ADDRESS = "camille@essai.example";
let here: TestAccount;
let there: TestAccount;
let mine: string;
let other: string;
let third: string;

beforeEach(async () => {
  ({ here, there } = await resetToTwoAccounts());
  mine = here.identifiers.administrator;
  other = there.identifiers.member;
  third = (await makeAccount(await makeSupplier())).identifiers.member;
});

const attach = async (from: string, identifier: string) =>
  attachIdentifier(await sessionOf(from), { identifier, password: PASSWORD, address: "" });

describe("a change of password", () => {
  it("returns which identifiers are no longer attached; attaching one of them brings the others back", async () => {
    await attach(mine, other);
    await attach(mine, third);
    const session = await sessionOf(mine);
    const entries = { current: PASSWORD, password: NEW, confirmation: NEW };
    expect(await changePassword(session, entries)).toEqual({ ok: true, detached: [other, third].sort() });
    expect(await reached(session)).toEqual([mine]);
    const again = await attachIdentifier(session, { identifier: third, password: PASSWORD, address: "" });
    expect(again.ok).toBe(true);
    expect(await reached(session)).toEqual([mine, other, third].sort());
  });

  it("returns no identifier if none was attached to this one; those with the same proven address stay reachable", async () => {
    await prove(mine, ADDRESS);
    await prove(other, ADDRESS);
    await attach(other, third);
    const session = await sessionOf(mine);
    expect(await reached(session)).toHaveLength(3);
    const entries = { current: PASSWORD, password: NEW, confirmation: NEW };
    expect(await changePassword(session, entries)).toEqual({ ok: true, detached: [] });
    expect(await reached(session)).toHaveLength(3);
  });

  it("by a mailed link says whether identifiers are detached, before and after, but not which", async () => {
    await prove(mine, ADDRESS);
    await prove(third, "personne@essai.example");
    await attach(mine, other);
    for (const [identifier, email] of [
      [mine, ADDRESS],
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
      const isAttached = identifier === mine;
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
