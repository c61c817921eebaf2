import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { CUSTOMER_PROOF_MINUTES, FRESH_PROOF_MINUTES, isFreshProof } from "@/lib/tokens/life-spans";
import { checkCredentials } from "./check-credentials";
import { ownCredentials } from "./password/own-credentials";
import { checkCode } from "./second-factor/check-code";
import { hasSecondFactor } from "./second-factor/find-second-factor";
import type { Session } from "./session/session";

/** The proof that is asked for: the code of the second factor if the user has one, else the password. */
type ProofKind = "password" | "code";

export interface TypedProof {
  /** "" when the form did not ask for one. */
  secret: string;
  /** The client's network address, "" when unknown. */
  address: string;
  /** The secret of the browser's cookie (`Visitor`): attempts from a known browser are counted separately. */
  device?: string;
}

/** The proof that the form must ask for, and the problem with the proof that was typed. Nothing was changed. */
export type StaleProof = Readonly<{
  ok: false;
  reason: "proof_needed";
  kind: ProofKind;
  /** The identifier that must be proven: the one that signed in, also after switching. */
  identifier: string;
  /** `used`: the code is correct but was given before. */
  problem: "none" | "wrong" | "used" | "busy" | "too_many";
  retryAfterMs: number | null;
}>;

interface Row {
  user_id: string;
  identifier: string;
  proven_at: Date | null;
}

/**
 * Checks that the person of this session has given a proof within the last five minutes. Signing in is a proof. `typed`
 * is a new proof: it is checked and counted like a sign-in. In a switched session the proof is that of the identifier
 * that signed in. Every operation that gives or changes access calls this first.
 */
export async function checkFreshProof(
  session: Pick<Session, "id">,
  typed?: TypedProof,
): Promise<{ ok: true } | StaleProof> {
  return checkProof(session, typed, FRESH_PROOF_MINUTES);
}

/** Checks the proof of advisers and managers who change addresses or access of customers; it holds for 30 minutes. */
export const checkProofForCustomers = (session: Pick<Session, "id">): Promise<{ ok: true } | StaleProof> =>
  checkProof(session, undefined, CUSTOMER_PROOF_MINUTES);

async function checkProof(
  session: Pick<Session, "id">,
  typed: TypedProof | undefined,
  minutes: number,
): Promise<{ ok: true } | StaleProof> {
  const [row] = await sqlClient()<Row[]>`select * from auth_session_proof(${session.id})`;
  if (row && !typed?.secret && isFreshProof(row.proven_at, now(), minutes)) return { ok: true };
  const kind = row && (await hasSecondFactor(row.user_id)) ? "code" : "password";
  const stale = (problem: StaleProof["problem"], retryAfterMs: number | null = null): StaleProof => ({
    ...{ ok: false, reason: "proof_needed", kind },
    ...{ identifier: row?.identifier ?? "", problem, retryAfterMs },
  });
  if (!row || !typed?.secret) return stale("none");
  const given = kind === "code" ? await checkTypedCode(row, typed) : await checkTypedPassword(row, typed);
  if (!given.ok) return stale(given.problem, given.retryAfterMs);
  const [noted] = await sqlClient()<{ ok: boolean }[]>`
    select auth_record_proof(${session.id}, ${row.user_id}, ${given.stamp}, ${now()}) as ok`;
  return noted?.ok ? { ok: true } : stale("wrong");
}

type CheckedProof =
  | { ok: true; stamp: number }
  | { ok: false; problem: Exclude<StaleProof["problem"], "none">; retryAfterMs?: number };

async function checkTypedPassword({ user_id, identifier }: Row, typed: TypedProof): Promise<CheckedProof> {
  const { secret, ...browser } = typed;
  const checked = await checkCredentials({ ...browser, identifier, password: secret });
  if (checked.ok) {
    const { userId, stamp } = checked.user;
    return userId === user_id ? { ok: true, stamp } : { ok: false, problem: "wrong" };
  }
  if (checked.reason === "too_many")
    return { ok: false, problem: "too_many", retryAfterMs: checked.retryAfterMs };
  return { ok: false, problem: checked.reason === "busy" ? "busy" : "wrong" };
}

async function checkTypedCode(
  { user_id: userId, identifier }: Row,
  typed: TypedProof,
): Promise<CheckedProof> {
  const { secret, ...browser } = typed;
  const { stamp } = await ownCredentials(identifier);
  const checked = await checkCode({ userId, identifier }, { ...browser, code: secret, only: "application" });
  if (checked.ok) return { ok: true, stamp };
  if (checked.reason === "too_many")
    return { ok: false, problem: "too_many", retryAfterMs: checked.retryAfterMs };
  return { ok: false, problem: checked.reason };
}
