import { beforeEach, expect, it } from "vitest";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { removeSecondFactor } from "@/lib/second-factor/remove-second-factor";
import { renewRecoveryCodes } from "@/lib/second-factor/renew-recovery-codes";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";
import { hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import {
  prove,
  reached,
  resetToTwoAccounts,
  resumed,
  sessionOf,
  switched,
} from "@/tests/integration/persons/person-world";
import { MINUTE, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { enrol, PASSWORD, type TestAccount } from "@/tests/support/world";
import { code, signInWith } from "./factor-world";

let mine: string;
let other: TestAccount;
let theirs: string;

beforeEach(async () => {
  const { here, there } = await resetToTwoAccounts();
  mine = here.identifiers.administrator;
  other = there;
  theirs = other.identifiers.administrator;
  for (const identifier of [mine, theirs]) await prove(identifier, "camille@essai.example");
});

it("attaching an identifier asks for its second factor, and a session without that code does not reach it", async () => {
  expect(await reached(await sessionOf(mine))).toEqual([mine, theirs].sort());
  await enrol(other.administrator.userId);
  const session = await sessionOf(mine);
  expect(await reached(session)).toEqual([mine]);
  const attach = (typed: string) =>
    attachIdentifier(session, { identifier: theirs, password: PASSWORD, code: typed, address: "" });
  expect(await attach("")).toMatchObject({ reason: "code_needed" });
  expect(await attach("000000")).toMatchObject({ reason: "code_wrong" });
  expect(await attach(code())).toMatchObject({ ok: false, reason: "already_mine" });
  expect(await reached(await resumed(session.id))).toEqual([mine, theirs].sort());
  expect(await reached(await sessionOf(mine))).toEqual([mine]);
  expect(await reached(await resumed(await signInWith(theirs, code(1))))).toEqual([mine, theirs].sort());
});

it("a second factor and its recovery codes are not changed when the proof is the password of another identifier", async () => {
  await enrol(other.administrator.userId);
  const session = await sessionOf(mine);
  const typed = { identifier: theirs, password: PASSWORD, code: code(), address: "" };
  expect(await attachIdentifier(session, typed)).toMatchObject({ reason: "already_mine" });
  const there = await resumed(await switched(session.id, other));
  passTime(5 * MINUTE);
  expect(await checkFreshProof(there, { secret: PASSWORD, address: "" })).toEqual({ ok: true });
  expect(await removeSecondFactor(there)).toEqual({ ok: false, reason: "switched" });
  expect(await renewRecoveryCodes(there)).toEqual({ ok: false, reason: "switched" });
  expect(await hasSecondFactor(other.administrator.userId)).toBe(true);
});
