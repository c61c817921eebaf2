/** The errors of a new password, in the order in which a form lists them. */
export type PasswordFault =
  "too_short" | "no_upper_case" | "no_digit" | "no_special" | "too_long" | "like_identifier";

/** The minimum number of characters (FAQ 2.2), with at least one of each kind in `PASSWORD_CRITERIA`. */
export const PASSWORD_MIN_LENGTH = 8;
/** The length that the help recommends. */
export const PASSWORD_GOOD_LENGTH = PASSWORD_MIN_LENGTH + 4;
const PASSWORD_MAX_LENGTH = 256;

/** The criteria that a form ticks during typing; pure functions, because the browser runs them too. */
export const PASSWORD_CRITERIA = {
  length: (password: string) => [...password].length >= PASSWORD_MIN_LENGTH,
  upperCase: (password: string) => /\p{Lu}/u.test(password),
  digit: (password: string) => /\p{Nd}/u.test(password),
  special: (password: string) => /[^\p{L}\p{N}\s]/u.test(password),
};

/**
 * Returns a password as it is judged, compared and hashed: Unicode compatibility form (NFKC; NIST SP 800-63B, 3.1.1.2),
 * so that the same keys on another system give the same password.
 */
export const normalizePassword = (typed: string): string => typed.normalize("NFKC");

/** Returns whether a new password was typed the same way twice. */
export const isConfirmed = (password: string, confirmation: string): boolean =>
  normalizePassword(password) === normalizePassword(confirmation);

/** Returns whether a typed password begins or ends with white space, which is easily pasted along and hard to see. */
export const hasSpaceAtEnds = (typed: string): boolean => typed !== typed.trim();

/**
 * Returns all errors of a new password. The rule (FAQ 2.2): `PASSWORD_CRITERIA`, a length that can be hashed, and no
 * repetition of the identifier, which an attacker tries first (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordFaults(typed: string, identifier: string): PasswordFault[] {
  const password = normalizePassword(typed);
  const faults: PasswordFault[] = [];
  if (!PASSWORD_CRITERIA.length(password)) faults.push("too_short");
  if ([...password].length > PASSWORD_MAX_LENGTH) faults.push("too_long");
  if (!PASSWORD_CRITERIA.upperCase(password)) faults.push("no_upper_case");
  if (!PASSWORD_CRITERIA.digit(password)) faults.push("no_digit");
  if (!PASSWORD_CRITERIA.special(password)) faults.push("no_special");
  if (repeats(typed, identifier) || repeats(password, identifier)) faults.push("like_identifier");
  return faults;
}

/** Returns whether the password contains the identifier, or its part before the @; case is ignored. */
function repeats(password: string, identifier: string): boolean {
  const lower = password.toLowerCase();
  const [name = ""] = identifier.split("@");
  return [identifier, name].some((part) => part.length >= 4 && lower.includes(part));
}
