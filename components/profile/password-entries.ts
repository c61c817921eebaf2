/** The possible faults of a new password. */
const PASSWORD_PROBLEMS = [
  "too_short",
  "too_long",
  "no_upper_case",
  "no_digit",
  "no_special",
  "like_identifier",
  "breached",
  "same_as_before",
  "busy",
] as const;

/** The faults that the server found in the last entries. */
export interface PasswordEntries {
  problems: readonly (typeof PASSWORD_PROBLEMS)[number][];
  isConfirmationDifferent: boolean;
}

/** Reads the faults from the words stored in a flash. */
export function passwordEntries(words = ""): PasswordEntries {
  const given = words.split(" ");
  return {
    problems: PASSWORD_PROBLEMS.filter((problem) => given.includes(problem)),
    isConfirmationDifferent: given.includes("different"),
  };
}
