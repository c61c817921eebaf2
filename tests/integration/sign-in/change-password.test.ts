import { beforeEach, describe, expect, it } from "vitest";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { type CustomerSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changePassword } from "@/lib/users/change-password";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  PASSWORD,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { rows } from "../accounts/account-request";
import { changeUser, DAY, MINUTE, openSession, passTime, tryToSignIn } from "./sign-in-world";

const NEW = "Encre-Violette-8";
const EMAIL = "membre@essai.example";
let supplier: TestSupplier;
let account: TestAccount;
let identifier: string;
let session: CustomerSession;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  identifier = account.identifiers.member;
  await changeUser(identifier, { email: EMAIL });
  session = await resumed(await openSession(identifier));
});

async function resumed(id: string): Promise<CustomerSession> {
  const found = await resumeSession(id);
  if (!found || !isCustomerSession(found)) throw new Error("The session has ended.");
  return found;
}

const change = (current: string, password = NEW, confirmation = password) =>
  changePassword(session, { current, password, confirmation });

describe("« Réinitialiser mon mot de passe »", () => {
  it("needs the current password: then other sessions end, this one continues, and a mail is sent", async () => {
    const elsewhere = await openSession(identifier);
    expect(await change(PASSWORD)).toMatchObject({ ok: true });
    expect(await resumeSession(session.id)).not.toBeNull();
    expect(await resumeSession(elsewhere)).toBeNull();
    expect(await tryToSignIn(identifier)).toEqual({ ok: false, reason: "wrong" });
    expect(await tryToSignIn(identifier, NEW)).toMatchObject({ ok: true });
    const mails = await rows("mails");
    expect(mails).toMatchObject([{ kind: "password_changed", recipient: EMAIL, state: "queued" }]);
    expect(JSON.stringify(mails[0]?.props)).toContain(identifier);
    expect(JSON.stringify(await rows("audit_events"))).not.toContain(NEW);
  });

  it("is possible ten times an hour at most, which limits its mails", async () => {
    const words = [PASSWORD, ...Array.from({ length: 11 }, (_, index) => `${NEW}${index}`)];
    for (let index = 0; index < 10; index += 1)
      expect(await change(words[index] ?? "", words[index + 1] ?? "")).toMatchObject({ ok: true });
    expect(await change(words[10] ?? "", words[11] ?? "")).toMatchObject({ ok: false, reason: "too_many" });
    expect(await rows("mails")).toHaveLength(10);
    passTime(60 * MINUTE);
    session = await resumed(await openSession(identifier, words[10]));
    expect(await change(words[10] ?? "", words[11] ?? "")).toMatchObject({ ok: true });
  });

  it("sends no mail if no address is recorded", async () => {
    await asOwner((sql) => sql`update users set email = null`);
    expect(await change(PASSWORD)).toMatchObject({ ok: true });
    expect(await rows("mails")).toEqual([]);
  });

  it("changes nothing for a wrong current password, counts it like a failed sign-in, and leaves sign-ins alone", async () => {
    const before = await rows("users");
    for (let guess = 0; guess < 5; guess += 1)
      expect(await change(`Pas-Celui-${guess}`)).toEqual({ ok: false, reason: "wrong_current" });
    expect(await change(PASSWORD)).toMatchObject({ ok: false, reason: "too_many" });
    expect(await rows("users")).toEqual(before);
    expect(await tryToSignIn(identifier)).toMatchObject({ ok: true });
    passTime(MINUTE);
    expect(await change(PASSWORD)).toMatchObject({ ok: true });
  });

  it("checks the password 25 times at most for sixty guesses over a day", async () => {
    let evaluated = 0;
    for (let index = 0; index < 60; index += 1) {
      const answer = await change(`Pas-Celui-${index}`);
      if (!answer.ok && answer.reason === "wrong_current") evaluated += 1;
      passTime(DAY / 60);
    }
    expect(evaluated).toBeLessThanOrEqual(25);
  });

  it.each([
    ["court", "court", ["too_short", "no_upper_case", "no_digit", "no_special"]],
    [NEW, "Encre-Violette-9", ["different"]],
    [PASSWORD, PASSWORD, ["same_as_before"]],
  ])("refuses %j and %j: %j", async (password, confirmation, faults) => {
    const before = await rows("users");
    expect(await change(PASSWORD, password, confirmation)).toEqual({ ok: false, reason: "refused", faults });
    expect(await rows("users")).toEqual(before);
  });

  it("succeeds only once when twenty changes are sent at the same time", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => change(PASSWORD, `${NEW}-${index}`)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows("mails")).toHaveLength(1);
    expect(await resumeSession(session.id)).not.toBeNull();
  });

  it("ends the mailed links that could choose another password", async () => {
    await requestRecovery({
      supplier: { id: supplier.id, recoveryAnswer: "explicit" },
      email: EMAIL,
      address: "",
      locale: "fr",
    });
    const [token] = await rows("tokens");
    const secret = deriveToken("recovery", token?.id);
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    passTime(MINUTE);
    expect(await change(PASSWORD)).toMatchObject({ ok: true });
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false, reason: "used" });
  });
});
