import { beforeEach, expect, it } from "vitest";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { removeSecondFactor } from "@/lib/second-factor/remove-second-factor";
import { renewRecoveryCodes } from "@/lib/second-factor/renew-recovery-codes";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import {
  reachableIdentifiers,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  setProvenAddress,
  switchSession,
} from "@/tests/integration/persons/person-world";
import { MINUTE, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { enrol, PASSWORD, type TestAccount } from "@/tests/support/world";
import { code, signInWith } from "./factor-world";

let firstIdentifier: string;
let secondAccount: TestAccount;
let secondIdentifier: string;

beforeEach(async () => {
  const accounts = await resetToTwoAccounts();
  secondAccount = accounts.secondAccount;
  firstIdentifier = accounts.firstAccount.identifiers.administrator;
  secondIdentifier = secondAccount.identifiers.administrator;
  for (const identifier of [firstIdentifier, secondIdentifier])
    await setProvenAddress(identifier, "camille@essai.example");
});

it("attaching an identifier asks for its second factor, and a session without that code does not reach it", async () => {
  expect(await reachableIdentifiers(await sessionOf(firstIdentifier))).toEqual(
    [firstIdentifier, secondIdentifier].sort(),
  );
  await enrol(secondAccount.administrator.userId);
  const session = await sessionOf(firstIdentifier);
  expect(await reachableIdentifiers(session)).toEqual([firstIdentifier]);
  const attach = (typed: string) =>
    attachIdentifier(session, { identifier: secondIdentifier, password: PASSWORD, code: typed, address: "" });
  expect(await attach("")).toMatchObject({ reason: "code_needed" });
  expect(await attach("000000")).toMatchObject({ reason: "code_wrong" });
  expect(await attach(code())).toMatchObject({ ok: false, reason: "already_mine" });
  expect(await reachableIdentifiers(await resumed(session.id))).toEqual(
    [firstIdentifier, secondIdentifier].sort(),
  );
  expect(await reachableIdentifiers(await sessionOf(firstIdentifier))).toEqual([firstIdentifier]);
  expect(await reachableIdentifiers(await resumed(await signInWith(secondIdentifier, code(1))))).toEqual(
    [firstIdentifier, secondIdentifier].sort(),
  );
});

it("a second factor and its recovery codes are not changed when the proof is the password of another identifier", async () => {
  await enrol(secondAccount.administrator.userId);
  const session = await sessionOf(firstIdentifier);
  const typed = { identifier: secondIdentifier, password: PASSWORD, code: code(), address: "" };
  expect(await attachIdentifier(session, typed)).toMatchObject({ reason: "already_mine" });
  const switchedSession = await resumed(await switchSession(session.id, secondAccount));
  passTime(5 * MINUTE);
  expect(await checkFreshProof(switchedSession, { secret: PASSWORD, address: "" })).toEqual({ ok: true });
  expect(await removeSecondFactor(switchedSession)).toEqual({ ok: false, reason: "switched" });
  expect(await renewRecoveryCodes(switchedSession)).toEqual({ ok: false, reason: "switched" });
  expect(await hasSecondFactor(secondAccount.administrator.userId)).toBe(true);
});
