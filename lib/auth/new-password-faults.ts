import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as french from "@zxcvbn-ts/language-fr";
import { passwordFaults, type PasswordFault } from "./password-rule";

/** Below this many guesses a password is one of those tried first, however it is dressed up. */
const FEWEST_GUESSES_LOG10 = 7;
const LONGEST_JUDGED = 64;

export type NewPasswordFault = PasswordFault | "breached";

/** Everything that speaks against a new password: the rule's faults, else that it is well known. */
export function newPasswordFaults(password: string, identifier: string): NewPasswordFault[] {
  const faults = passwordFaults(password, identifier);
  return faults.length === 0 && isWellKnown(password, [identifier]) ? ["breached"] : faults;
}

let estimator: ZxcvbnFactory | undefined;

/**
 * Whether the password is, or hardly differs from, one that leaked, a common word, a keyboard row, or one of `about`
 * (what is known of its user): the comparison NIST SP 800-63B, 3.1.1.2 asks for, with bundled lists and no network.
 */
function isWellKnown(password: string, about: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: LONGEST_JUDGED,
  });
  const parts = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2);
  return estimator.check(password.slice(0, LONGEST_JUDGED), parts).guessesLog10 < FEWEST_GUESSES_LOG10;
}
