import { readdirSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { createSupplier, type NewSupplier } from "@/lib/operators/create-supplier";
import { inviteToSupplier } from "@/lib/operators/invite-to-supplier";
import { listSuppliersForOperator } from "@/lib/operators/list-suppliers";
import { choosePassword } from "@/lib/recovery/choose-password";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { MINUTE, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner } from "@/tests/support/world";
import { depositOne, giveKey, putCustomer } from "./first-deposit";
import { makeOperatorWorld, operatorEvents, type SignedInOperator } from "./operator-world";

let operator: SignedInOperator;
beforeEach(async () => {
  operator = await makeOperatorWorld();
});

const WANTED: NewSupplier = {
  slug: " Loueur-du-Nord ",
  name: "Loueur du Nord",
  contactEmail: "clients@nord.example",
  managerName: "Inès Morel",
  managerEmail: " INES@nord.example ",
  locale: "fr",
};
const EMAIL = "ines@nord.example";
const PASSWORD = "Sillon-Bleu-Vif-9";

const faultsOf = async (change: Partial<NewSupplier>) => {
  const created = await createSupplier(operator, { ...WANTED, ...change });
  return "problems" in created ? created.problems : created;
};

async function mailedSecrets(): Promise<string[]> {
  const rows = await asOwner(
    (sql) =>
      sql`select props ->> 'tokenId' as token from mails where kind = 'invitation' order by created_at, id`,
  );
  return rows.map(({ token }) => deriveToken("invitation", String(token)));
}

const idOf = async () => (await listSuppliersForOperator(operator.viewer))[0]?.id ?? "";

describe("a new supplier", () => {
  it("has an empty ledger, and a first manager who chooses a password and then enrols the second factor", async () => {
    expect(await createSupplier(operator, WANTED)).toMatchObject({
      ...{ ok: true, slug: "loueur-du-nord", name: "Loueur du Nord" },
      ...{ managerIdentifier: EMAIL, managerEmail: EMAIL },
    });
    const [supplier] = await listSuppliersForOperator(operator.viewer);
    expect(supplier).toMatchObject({
      ...{ slug: "loueur-du-nord", awaitsFirstManager: true, suspendedAt: null, lastDepositOn: null },
      ...{ pause: null, held: 0, rates: { sent: 0, bounced: 0, complained: 0 } },
    });
    const [secret = ""] = await mailedSecrets();
    const chosen = { supplierId: supplier?.id ?? "", secret, userId: "all", password: PASSWORD } as const;
    expect(await choosePassword({ ...chosen, confirmation: PASSWORD })).toMatchObject({ ok: true });
    const entered = await tryToSignIn(EMAIL, PASSWORD);
    expect(entered.ok && (await findWaitingSession(entered.sessionId))?.state).toBe("enrol");
    expect((await listSuppliersForOperator(operator.viewer))[0]?.awaitsFirstManager).toBe(false);
    expect(await operatorEvents()).toEqual([
      "job password_chosen",
      "operator staff_invited",
      "operator supplier_created",
    ]);
  });

  it("can be created from the command line with the same rules", async () => {
    expect(await createSupplier("command_line", WANTED)).toMatchObject({
      ok: true,
      managerIdentifier: EMAIL,
    });
    expect(await createSupplier("command_line", WANTED)).toMatchObject({ problems: ["slug_taken"] });
    expect(await operatorEvents()).toEqual(["job staff_invited", "job supplier_created"]);
  });

  it("is refused with every fault together", async () => {
    expect(
      await faultsOf({ slug: "Nord!", name: " ", contactEmail: "x", managerName: "", managerEmail: "y" }),
    ).toEqual(["slug_invalid", "supplier_name_missing", "contact_invalid", "name_missing", "email_invalid"]);
    for (const slug of ["-nord", "nord-", "no--rd", "a".repeat(64)])
      expect(await faultsOf({ slug }), slug).toEqual(["slug_invalid"]);
    expect(await faultsOf({ name: "x".repeat(81) })).toEqual(["supplier_name_too_long"]);
  });

  it("cannot have the first word of a path of the portal as its slug, nor that of another supplier", async () => {
    const words = readdirSync("app", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z-]+$/.test(entry.name))
      .map(({ name }) => name);
    expect(words).toContain("console");
    for (const slug of [...words, "invoices", "overview", "profile", "admin", "home"])
      expect(await faultsOf({ slug }), slug).toEqual(["slug_reserved"]);
    await createSupplier(operator, WANTED);
    expect(await faultsOf({ managerEmail: "other@nord.example" })).toEqual(["slug_taken"]);
  });

  it("is created once when two operators create it at the same moment, and needs fresh proof", async () => {
    const both = await Promise.all([createSupplier(operator, WANTED), createSupplier(operator, WANTED)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    passTime(6 * MINUTE);
    expect(await createSupplier(operator, { ...WANTED, slug: "autre" })).toMatchObject({
      reason: "proof_needed",
    });
  });

  it("has a ledger for its first deposit, whose day operators see", async () => {
    await createSupplier(operator, WANTED);
    const key = await giveKey(await idOf());
    expect([await putCustomer(key), await depositOne(key)]).toEqual([201, 201]);
    expect((await listSuppliersForOperator(operator.viewer))[0]?.lastDepositOn).toBe("2026-11-20");
  });
});

describe("the first manager", () => {
  const invite = async (email: string) =>
    inviteToSupplier(operator, await idOf(), { name: "Inès Morel", email, locale: "fr" });

  it("is invited again, or at another address, until a manager has chosen a password", async () => {
    await createSupplier(operator, WANTED);
    passTime(MINUTE);
    expect(await invite(EMAIL)).toMatchObject({ ok: true, isAgain: true });
    expect(await invite("juste@nord.example")).toMatchObject({ ok: true, isAgain: false });
    const [, again = ""] = await mailedSecrets();
    const chosen = { supplierId: await idOf(), secret: again, userId: "all", password: PASSWORD } as const;
    expect(await choosePassword({ ...chosen, confirmation: PASSWORD })).toMatchObject({ ok: true });
    expect(await invite("encore@nord.example")).toMatchObject({ reason: "has_manager" });
  });

  it("is refused for faults, and for a supplier that does not exist", async () => {
    await createSupplier(operator, WANTED);
    expect(await invite("nowhere")).toMatchObject({ reason: "invalid", problems: ["email_invalid"] });
    const nobody = { name: "Inès Morel", email: "x@nord.example", locale: "fr" } as const;
    for (const id of ["x", "019ac0de-0000-7000-8000-000000000000"])
      expect(await inviteToSupplier(operator, id, nobody)).toMatchObject({ reason: "not_found" });
  });
});
