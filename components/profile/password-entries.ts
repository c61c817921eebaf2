/** What is wrong with a new password, one by one. */
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

/** What the server answered to the entries before, if anything. */
export interface PasswordEntries {
  problems: readonly (typeof PASSWORD_PROBLEMS)[number][];
  isConfirmationDifferent: boolean;
}

/** Reads that answer from the words a flash carries. */
export function passwordEntries(words = ""): PasswordEntries {
  const given = words.split(" ");
  return {
    problems: PASSWORD_PROBLEMS.filter((problem) => given.includes(problem)),
    isConfirmationDifferent: given.includes("different"),
  };
}
