import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { isFreshProof } from "@/lib/tokens/life-spans";
import { checkCredentials } from "./check-credentials";
import type { Session } from "./session/session";

/** What somebody can be asked for. A second factor is another kind, asked for where its user has one. */
type ProofKind = "password";

export interface TypedProof {
  /** "" when the form did not ask for one. */
  secret: string;
  /** The client's network address, "" when unknown. */
  address: string;
  /** The secret of the browser's cookie (`Visitor`): a known browser has counters of its own. */
  device?: string;
}

/** What the form must ask for, and what was wrong with the proof that was typed. Nothing was changed. */
export type StaleProof = Readonly<{
  ok: false;
  reason: "proof_needed";
  kind: ProofKind;
  /** Whose proof it is: the identifier that signed in, also after switching. */
  identifier: string;
  problem: "none" | "wrong" | "busy" | "too_many";
  retryAfterMs: number | null;
}>;

interface Row {
  user_id: string;
  identifier: string;
  proven_at: Date | null;
}

/**
 * Whether the person of this session proved within the last five minutes who they are.
 * Signing in is a proof; `typed` is another, is checked and counted like a sign-in, and renews it. In a switched session
 * it is the proof of the identifier that signed in. Every operation that changes what lets somebody in asks this first.
 */
export async function checkFreshProof(
  session: Pick<Session, "id">,
  typed?: TypedProof,
): Promise<{ ok: true } | StaleProof> {
  const [row] = await sqlClient()<Row[]>`select * from auth_session_proof(${session.id})`;
  const stale = (problem: StaleProof["problem"], retryAfterMs: number | null = null): StaleProof => ({
    ...{ ok: false, reason: "proof_needed", kind: "password" },
    ...{ identifier: row?.identifier ?? "", problem, retryAfterMs },
  });
  if (!row) return stale("none");
  if (!typed?.secret) return isFreshProof(row.proven_at, now()) ? { ok: true } : stale("none");

  const { identifier } = row;
  const { secret, ...browser } = typed;
  const checked = await checkCredentials({ ...browser, identifier, password: secret });
  if (!checked.ok) {
    if (checked.reason === "too_many") return stale("too_many", checked.retryAfterMs);
    return stale(checked.reason === "busy" ? "busy" : "wrong");
  }
  const { userId, stamp } = checked.user;
  const [noted] = await sqlClient()<{ ok: boolean }[]>`
    select auth_record_proof(${session.id}, ${userId}, ${stamp}, ${now()}) as ok`;
  return noted?.ok ? { ok: true } : stale("wrong");
}
