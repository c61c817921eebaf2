import type { Transaction } from "@/db/transaction";
import type { Job, Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { OperatorSession } from "@/lib/sign-in/session/current-session";

/** An operator in an open session, or the command line. */
export type ActingOperator = Pick<OperatorSession, "id" | "viewer" | "identifier" | "name"> | "command_line";

export type OperatorRefusal = { ok: false; reason: "too_often" } | StaleProof;

/**
 * Runs a change that an operator makes, in one transaction. Needs fresh proof; `too_often`: the operator has made the
 * most changes of a day. The command line runs as background work, without both.
 */
export async function asOperator<Result>(
  operator: ActingOperator,
  change: (tx: Transaction, viewer: Operator | Job, at: Date) => Promise<Result>,
): Promise<Result | OperatorRefusal> {
  if (operator === "command_line")
    return withViewer({ kind: "job" }, (tx) => change(tx, { kind: "job" }, now()));
  const proof = await checkFreshProof(operator);
  if (!proof.ok) return proof;
  if ((await takeChange(operator.viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  return withViewer(operator.viewer, (tx) => change(tx, operator.viewer, now()));
}
