import { now } from "@/lib/clock";
import { giveCode } from "@/lib/second-factor/give-code";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { findWaitingSession, type WaitingSession } from "@/lib/sign-in/session/waiting-session";
import { tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { TOTP_SECRET } from "@/tests/support/world";

/** The code of the step that is `offset` steps from now. */
export const code = (offset = 0, secret = TOTP_SECRET) => codeOfStep(secret, stepOf(now()) + offset);

/** Types the password, and returns the session that waits for the second factor. */
export async function waitingOf(identifier: string, device = ""): Promise<WaitingSession> {
  const entered = await tryToSignIn(identifier, undefined, "", "", device);
  const waiting = entered.ok ? await findWaitingSession(entered.sessionId) : null;
  if (!waiting) throw new Error("No session waits for the second factor.");
  return waiting;
}

/** Gives a code from an unknown browser. */
export const give = (waiting: WaitingSession, typed: string, device = "") =>
  giveCode(waiting, { code: typed, address: "", device });

/** Signs in with password and code; returns the session's id. */
export async function signInWith(identifier: string, typed: string): Promise<string> {
  const given = await give(await waitingOf(identifier), typed);
  if (!given.ok) throw new Error(given.reason);
  return given.sessionId;
}
