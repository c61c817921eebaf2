/** What a new password lacks, in the order in which a form lists it. */
export type PasswordFault =
  "too_short" | "no_upper_case" | "no_digit" | "no_special" | "too_long" | "like_identifier";

const PASSWORD_MIN_LENGTH = 8;
const PASSWORD_MAX_LENGTH = 256;

/**
 * The rule for passwords (FAQ 2.2): at least 8 characters, of which 1 upper case, 1 digit and 1 special character; and
 * nothing that repeats the identifier, which a guesser tries first (NIST SP 800-63B, 3.1.1.2). Names every fault.
 */
export function passwordFaults(password: string, identifier: string): PasswordFault[] {
  const faults: PasswordFault[] = [];
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) faults.push("too_short");
  if (length > PASSWORD_MAX_LENGTH) faults.push("too_long");
  if (!/\p{Lu}/u.test(password)) faults.push("no_upper_case");
  if (!/\p{Nd}/u.test(password)) faults.push("no_digit");
  if (!/[^\p{L}\p{N}\s]/u.test(password)) faults.push("no_special");
  if (repeats(password, identifier)) faults.push("like_identifier");
  return faults;
}

/** Whether the password contains the identifier, or its part before the @; case is ignored. */
function repeats(password: string, identifier: string): boolean {
  const lower = password.toLowerCase();
  const [name = ""] = identifier.split("@");
  return [identifier, name].some((part) => part.length >= 4 && lower.includes(part));
}
