import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  makeRecoveryCodes,
  readRecoveryCode,
  RECOVERY_CODES,
  recoveryCodeHash,
} from "@/lib/sign-in/second-factor/recovery-codes";
import {
  codeOfStep,
  matchingStep,
  otpauthAddress,
  secondsToNextStep,
  stepOf,
  toBase32,
} from "@/lib/sign-in/second-factor/totp";

/** The secret of the test vectors of RFC 6238, appendix B: `12345678901234567890`. */
const SECRET = toBase32(Buffer.from("12345678901234567890"));

describe("a code of the application", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("is that of RFC 6238, %i s after 1970", (seconds, code) => {
    expect(codeOfStep(SECRET, Math.floor(seconds / 30))).toBe(code);
  });

  it("counts in its step and one to either side", () => {
    const at = new Date("2026-11-23T10:00:10Z");
    const step = stepOf(at);
    const matched = [-2, -1, 0, 1, 2].map((offset) =>
      matchingStep(SECRET, codeOfStep(SECRET, step + offset), at),
    );
    expect(matched).toEqual([null, step - 1, step, step + 1, null]);
    expect(secondsToNextStep(at)).toBe(20);
  });

  it("comes from an address that every application reads", () => {
    expect(otpauthAddress(SECRET, "Loueur & Fils", "elsa@essai.example")).toBe(
      `otpauth://totp/Loueur%20%26%20Fils:elsa%40essai.example?issuer=Loueur%20%26%20Fils&secret=${SECRET}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe("recovery codes", () => {
  it("are ten, differ, and are read however they are typed", () => {
    const codes = makeRecoveryCodes(randomBytes(32));
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}$/);
      for (const typed of [code, code.toUpperCase(), ` ${code.replace("-", " ")} `, code.replace("-", "")])
        expect(readRecoveryCode(typed)).toBe(code);
    }
    for (const typed of ["", "123456", "abcd-efg", "abcd-efghi", "il0o-1111"])
      expect(readRecoveryCode(typed)).toBeNull();
  });

  it("have a digest that depends on the secret of the factor", () => {
    const other = toBase32(Buffer.from("09876543210987654321"));
    expect(recoveryCodeHash(SECRET, "k7mf-2qwd")).not.toBe(recoveryCodeHash(other, "k7mf-2qwd"));
  });
});
