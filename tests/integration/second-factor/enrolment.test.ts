import { beforeEach, describe, expect, it } from "vitest";
import type { Administrator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listJournal } from "@/lib/audit/list-journal";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { enrolAtSignIn, enrolSecondFactor } from "@/lib/second-factor/enrol-second-factor";
import { removeSecondFactor } from "@/lib/second-factor/remove-second-factor";
import { renewRecoveryCodes } from "@/lib/second-factor/renew-recovery-codes";
import { resetFactorFromCommandLine, resetSecondFactor } from "@/lib/second-factor/reset-second-factor";
import { checkFreshProof, checkProofForCustomers } from "@/lib/sign-in/fresh-proof";
import { makeEnrolmentOffer } from "@/lib/sign-in/second-factor/enrolment-offer";
import { findSecondFactor, hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import type { ManagerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import {
  changeUser,
  MINUTE,
  openSession,
  passTime,
  tryToSignIn,
} from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  enrol,
  makeAccount,
  makeStaff,
  makeSupplier,
  PASSWORD,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { code, give, waitingOf } from "./factor-world";

let supplier: TestSupplier;
let account: TestAccount;
let administratorIdentifier: string;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  administratorIdentifier = account.identifiers.administrator;
  await setProvenAddress(administratorIdentifier, "camille@essai.example");
});

const mailedChanges = async () => {
  const rows = await asOwner(
    (sql) =>
      sql`select recipient, props ->> 'change' as change from mails where kind = 'access_changed' order by id`,
  );
  return rows.map(({ recipient, change }) => [recipient, change]);
};

const staff = async (role: "adviser" | "manager" | "operator", of: TestSupplier | null = supplier) => {
  const { viewer, identifier } = await makeStaff(role, of);
  const userId = "userId" in viewer ? viewer.userId : "";
  await changeUser(identifier, { email: `${identifier}@essai.example` });
  return { userId, identifier, email: `${identifier}@essai.example` };
};

const resetting = async (identifier: string) =>
  (await resumeSession(await openSession(identifier))) as ManagerSession;

describe("enrolment", () => {
  it("of staff at the first sign-in stores the factor, gives ten codes that work once, and is told by mail", async () => {
    const adviser = await staff("adviser");
    await asOwner((sql) => sql`delete from second_factors`);
    const waiting = await waitingOf(adviser.identifier);
    const offer = makeEnrolmentOffer(waiting);
    const right = code(0, offer.secret);
    expect(await enrolAtSignIn(waiting, { offer: offer.sealed, code: "000000" })).toMatchObject({
      reason: "wrong",
    });
    expect(await enrolAtSignIn(waiting, { offer: "forged", code: right })).toMatchObject({
      reason: "offer_over",
    });
    const done = await enrolAtSignIn(waiting, { offer: offer.sealed, code: right });
    expect(done.ok && (await resumeSession(done.sessionId))).toMatchObject({
      identifier: adviser.identifier,
    });
    const [stored] = await asOwner((sql) => sql`select sealed_secret from second_factors`);
    expect(stored?.sealed_secret).not.toContain(offer.secret);
    expect((await findSecondFactor(adviser.userId))?.codesLeft).toBe(10);
    const [recovery = ""] = offer.recoveryCodes;
    const again = await waitingOf(adviser.identifier);
    expect(await give(again, right)).toMatchObject({ reason: "used" });
    expect(await give(again, recovery.toUpperCase().replace("-", " "))).toMatchObject({ ok: true });
    expect(await give(await waitingOf(adviser.identifier), recovery)).toMatchObject({ reason: "wrong" });
    expect(await mailedChanges()).toEqual([
      [adviser.email, "second_factor_enrolled"],
      [adviser.email, "recovery_code_used"],
    ]);
  });

  it("of a customer's user makes the other sessions ask for the code, and the proof a code", async () => {
    const elsewhere = await openSession(administratorIdentifier);
    const session = await sessionOf(administratorIdentifier);
    const offer = makeEnrolmentOffer(session);
    const stranger = await sessionOf(administratorIdentifier);
    expect(
      await enrolSecondFactor(stranger, { offer: offer.sealed, code: code(0, offer.secret) }),
    ).toMatchObject({
      reason: "offer_over",
    });
    expect(await enrolSecondFactor(session, { offer: offer.sealed, code: code(0, offer.secret) })).toEqual({
      ok: true,
    });
    expect(await resumeSession(elsewhere)).toBeNull();
    expect((await findWaitingSession(elsewhere))?.state).toBe("code");
    expect(await resumeSession(session.id)).not.toBeNull();
    passTime(5 * MINUTE);
    const type = (secret: string) => checkFreshProof(session, { secret, address: "" });
    expect(await checkFreshProof(session)).toMatchObject({
      kind: "code",
      problem: "none",
      identifier: administratorIdentifier,
    });
    expect(await type(PASSWORD)).toMatchObject({ kind: "code", problem: "wrong" });
    expect(await type(offer.recoveryCodes[0] ?? "")).toMatchObject({ problem: "wrong" });
    expect(await type(code(0, offer.secret))).toEqual({ ok: true });
    const renewed = await renewRecoveryCodes(session);
    expect(renewed.ok && renewed.recoveryCodes).toHaveLength(10);
    expect(renewed.ok && renewed.recoveryCodes).not.toEqual(offer.recoveryCodes);
    expect(await give(await waitingOf(administratorIdentifier), offer.recoveryCodes[0] ?? "")).toMatchObject({
      reason: "wrong",
    });
    expect(await removeSecondFactor(session)).toEqual({ ok: true });
    expect(await hasSecondFactor(account.administrator.userId)).toBe(false);
    expect((await mailedChanges()).map(([, change]) => change)).toEqual([
      "second_factor_enrolled",
      "recovery_codes_renewed",
      "second_factor_removed",
    ]);
  });
});

describe("a second factor", () => {
  it("is asked for after recovery by mail too", async () => {
    const adviser = await staff("adviser");
    await requestRecovery({
      supplier: { id: supplier.id, recoveryAnswer: "explicit" },
      email: adviser.email,
      address: "",
      locale: "fr",
    });
    const [token] = await asOwner((sql) => sql`select id from tokens where purpose = 'recovery'`);
    const secret = deriveToken("recovery", String(token?.id));
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    const password = "Sillon-Bleu-Vif-9";
    expect(
      await choosePassword({
        supplierId: supplier.id,
        secret,
        userId: "all",
        password,
        confirmation: password,
      }),
    ).toMatchObject({ ok: true });
    expect(await hasSecondFactor(adviser.userId)).toBe(true);
    const entered = await tryToSignIn(adviser.identifier, password);
    expect(entered.ok && (await resumeSession(entered.sessionId))).toBeNull();
    expect(entered.ok && (await findWaitingSession(entered.sessionId))?.state).toBe("code");
  });

  it("is reset by a manager of the same supplier, an operator or the command line, who end the sessions", async () => {
    const [adviser, manager, operator] = [
      await staff("adviser"),
      await staff("manager"),
      await staff("operator", null),
    ];
    const foreign = await staff("manager", await makeSupplier());
    const open = await openSession(adviser.identifier);
    const reset = async (who: string, userId: string) => resetSecondFactor(await resetting(who), userId);
    expect(await reset(foreign.identifier, adviser.userId)).toMatchObject({ reason: "not_found" });
    expect(await reset(manager.identifier, manager.userId)).toMatchObject({ reason: "not_found" });
    expect(await reset(operator.identifier, account.administrator.userId)).toMatchObject({
      reason: "not_found",
    });
    expect(await reset(manager.identifier, "no id")).toMatchObject({ reason: "not_found" });
    const session = await resetting(manager.identifier);
    passTime(5 * MINUTE);
    expect(await resetSecondFactor(session, adviser.userId)).toMatchObject({
      reason: "proof_needed",
      kind: "code",
    });
    expect(await checkProofForCustomers(session)).toEqual({ ok: true });
    expect(await reset(manager.identifier, adviser.userId)).toEqual({ ok: true });
    expect(await resumeSession(open)).toBeNull();
    expect((await waitingOf(adviser.identifier)).state).toBe("enrol");
    expect(await reset(operator.identifier, manager.userId)).toEqual({ ok: true });
    expect(await resetFactorFromCommandLine(operator.identifier.toUpperCase())).toEqual({ ok: true });
    expect(await resetFactorFromCommandLine("nobody-at-all")).toMatchObject({ reason: "not_found" });
    expect((await mailedChanges()).slice(0, 2)).toEqual([
      [adviser.email, "second_factor_reset"],
      [manager.email, "second_factor_reset"],
    ]);
  });

  it("of a customer's user is reset by the supplier's manager, who is named in the mail and in the journal", async () => {
    const manager = await staff("manager");
    const { userId } = account.administrator;
    await enrol(userId);
    expect(await resetSecondFactor(await resetting(manager.identifier), userId)).toEqual({ ok: true });
    expect(await hasSecondFactor(userId)).toBe(false);
    expect(await mailedChanges()).toEqual([["camille@essai.example", "second_factor_reset"]]);
    const { entries } = await listJournal(account.administrator as Administrator, null);
    expect(entries.find(({ action }) => action === "second_factor_reset")).toMatchObject({
      about: { identifier: administratorIdentifier },
    });
  });

  it("cannot be removed by users without the right, not even when the application asks the database to", async () => {
    const adviser = await staff("adviser");
    const viewers = [
      account.administrator,
      { kind: "adviser", userId: adviser.userId, supplierId: supplier.id },
      { kind: "manager", userId: adviser.userId, supplierId: supplier.id },
      { kind: "operator", userId: adviser.userId },
      { kind: "anonymous" },
    ] as const;
    for (const viewer of viewers)
      await withViewer(viewer, (tx) => tx.execute(`select auth_remove_second_factor('${adviser.userId}')`));
    expect(await hasSecondFactor(adviser.userId)).toBe(true);
  });
});
