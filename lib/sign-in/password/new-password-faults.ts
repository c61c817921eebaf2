import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as french from "@zxcvbn-ts/language-fr";
import { type PasswordFault, passwordFaults } from "./password-rule";

/** Below this many guesses a password is one of those tried first, however it is dressed up. */
const FEWEST_GUESSES_LOG10 = 7;
/**
 * Judging holds up everybody else's requests: a password made for it took seconds at 64 characters and the library's own
 * hundred ways to read « 4 » and « $ » as letters. Nothing that is tried first is longer or better disguised.
 */
const LONGEST_JUDGED = 40;
const DISGUISES_JUDGED = 10;

export type NewPasswordFault = PasswordFault | "breached";

/** Everything that speaks against a new password of these identifiers: the rule's faults, else that it is well known. */
export function newPasswordFaults(password: string, ...identifiers: string[]): NewPasswordFault[] {
  const faults = [...new Set(identifiers.flatMap((identifier) => passwordFaults(password, identifier)))];
  return faults.length === 0 && isWellKnown(password, identifiers) ? ["breached"] : faults;
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
    l33tMaxSubstitutions: DISGUISES_JUDGED,
  });
  const parts = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2);
  return estimator.check(password.slice(0, LONGEST_JUDGED), parts).guessesLog10 < FEWEST_GUESSES_LOG10;
}
