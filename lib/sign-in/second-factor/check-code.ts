import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { networkOf } from "@/lib/http/client-address";
import { logSecurityEvent } from "@/lib/security-log";
import { takeAttempts } from "../attempts";
import { deviceHash } from "../known-device/known-device";
import { clearCodeAttempts, codeCounters } from "./code-attempts";
import { sealFactorSecret } from "./factor-secret";
import { findSecondFactor } from "./find-second-factor";
import { readRecoveryCode, recoveryCodeHash } from "./recovery-codes";
import { matchingStep, secondsToNextStep } from "./totp";

export interface TypedCode {
  /** A code of the application (six digits) or a recovery code. */
  code: string;
  /** The client's network address, "" when unknown. */
  address: string;
  /** The secret of the browser's cookie (`Visitor`): a known browser has separate counters. */
  device?: string;
  /** Refuses recovery codes, which are only for signing in. */
  only?: "application";
}

export type CheckedCode =
  | { ok: true; by: "application" }
  | { ok: true; by: "recovery_code"; codesLeft: number }
  | { ok: false; reason: "wrong" }
  /** The code is correct but was given before. */
  | { ok: false; reason: "used"; seconds: number }
  | { ok: false; reason: "too_many"; retryAfterMs: number };

/**
 * Checks and uses a code of a user's second factor. A code of the application is accepted in its time step and in the
 * step before and after it (RFC 6238, 5.2). Every code can be used once: only one of several simultaneous uses
 * succeeds. Attempts are counted before the code is checked, for the user and the network, or for the known browser.
 */
export async function checkCode(
  user: { userId: string; identifier: string },
  typed: TypedCode,
): Promise<CheckedCode> {
  const at = now();
  const network = networkOf(typed.address);
  const logged = { userId: user.userId, network };
  const counters = await codeCounters(user, { network, device: deviceHash(typed.device ?? "") }, at);
  const retryAfterMs = await takeAttempts(counters, at);
  if (retryAfterMs > 0) {
    logSecurityEvent("second_factor_locked", logged);
    return { ok: false, reason: "too_many", retryAfterMs };
  }
  const checked = await spendCode(user.userId, typed, at);
  if (checked.ok) await clearCodeAttempts(counters);
  else logSecurityEvent("second_factor_failed", { ...logged, reason: checked.reason });
  return checked;
}

async function spendCode(userId: string, { code: typed, only }: TypedCode, at: Date): Promise<CheckedCode> {
  const factor = await findSecondFactor(userId);
  if (!factor) return { ok: false, reason: "wrong" };
  const { secret, sealedFor } = factor;
  const digits = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = matchingStep(secret, digits, at);
    if (step === null) return { ok: false, reason: "wrong" };
    const [row] = await sqlClient()<{ ok: boolean }[]>`
      select auth_use_factor_step(${userId}, ${step}, ${sealFactorSecret(sealedFor, secret)}) as ok`;
    return row?.ok
      ? { ok: true, by: "application" }
      : { ok: false, reason: "used", seconds: secondsToNextStep(at) };
  }
  const code = only ? null : readRecoveryCode(typed);
  if (code === null) return { ok: false, reason: "wrong" };
  const [row] = await sqlClient()<{ ok: boolean }[]>`
    select auth_use_recovery_code(${userId}, ${Buffer.from(recoveryCodeHash(secret, code), "hex")}, ${at}) as ok`;
  return row?.ok
    ? { ok: true, by: "recovery_code", codesLeft: factor.codesLeft - 1 }
    : { ok: false, reason: "wrong" };
}
