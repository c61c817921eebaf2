/** Why a typed code was refused, read from the flash that the action wrote. */
export interface CodeProblem {
  reason: "incomplete" | "wrong" | "used" | "too_many" | "offer_over" | "session_over";
  /** The field that the user typed the code into. */
  field: "code" | "recovery";
  /** For `used`: the seconds until the next code. */
  seconds: number;
  /** For `too_many`: the minutes to wait. */
  minutes: number;
}

const REASONS = ["incomplete", "wrong", "used", "too_many", "offer_over", "session_over"] as const;

/** Returns the problem in the result of a flash; null when there is none. */
export function codeProblem(result: Readonly<Record<string, string>>): CodeProblem | null {
  const reason = REASONS.find((one) => one === result.reason);
  if (!reason) return null;
  return {
    reason,
    field: result.field === "recovery" ? "recovery" : "code",
    seconds: Number(result.seconds) || 30,
    minutes: Number(result.minutes) || 1,
  };
}
