import { now } from "@/lib/clock";
import { findSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { isDemonstration } from "./is-demonstration";

/**
 * The code that a demo user can enter now, so that the portal can be tried without a telephone. Null outside the
 * embedded mode (security T35), for every other user, and when all codes that are valid now were used already.
 */
export async function shownDemoCode(userId: string): Promise<string | null> {
  if (!isDemonstration()) return null;
  const factor = await findSecondFactor(userId);
  if (!factor?.isDemo) return null;
  const current = stepOf(now());
  const step = [current, current + 1, current - 1].find((one) => !factor.usedSteps.includes(one));
  return step === undefined ? null : codeOfStep(factor.secret, step);
}
