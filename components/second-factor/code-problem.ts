/** Why a typed code was refused, from the message that the action left. */
export interface CodeProblem {
  reason: "incomplete" | "wrong" | "used" | "too_many" | "offer_over" | "session_over";
  /** Which of the two fields was typed into. */
  field: "code" | "recovery";
  /** Until the next code, for `used`. */
  seconds: number;
  /** The wait, for `too_many`. */
  minutes: number;
}

const REASONS = ["incomplete", "wrong", "used", "too_many", "offer_over", "session_over"] as const;

/** Returns the problem that the message tells of; null when it tells of none. */
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
