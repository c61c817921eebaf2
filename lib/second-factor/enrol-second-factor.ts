import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { SignedInUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { type CompletedSession, completeSession } from "@/lib/sign-in/second-factor/complete-session";
import {
  type EnrolmentOffer,
  type OfferedSession,
  openEnrolmentOffer,
} from "@/lib/sign-in/second-factor/enrolment-offer";
import { sealFactorSecret } from "@/lib/sign-in/second-factor/factor-secret";
import { matchingStep } from "@/lib/sign-in/second-factor/totp";
import type { Session } from "@/lib/sign-in/session/session";
import type { WaitingSession } from "@/lib/sign-in/session/waiting-session";
import { hashesOf } from "./hashes-of";
import { queueFactorNotice } from "./queue-factor-notice";

export interface TypedEnrolment {
  /** The offer that the page carried. */
  offer: string;
  /** The code that the application shows for its secret. */
  code: string;
}

type EnrolmentRefusal =
  | { ok: false; reason: "wrong" }
  /** The page is too old: it shows another secret now. */
  | { ok: false; reason: "offer_over" }
  | { ok: false; reason: "session_over" };

/**
 * Enrols a member of staff at the first sign-in: stores the secret of the offer, once the code shows that the
 * application has it, and completes the session. A mail tells the user. Attempts are not limited, because the page
 * shows the secret.
 */
export async function enrolAtSignIn(
  waiting: WaitingSession,
  typed: TypedEnrolment,
): Promise<({ ok: true } & CompletedSession) | EnrolmentRefusal> {
  const { viewer } = waiting;
  const at = now();
  const read = readEnrolment(waiting, typed, at);
  if (!read.ok) return read;
  return withViewer(viewer, async (tx) => {
    if (!(await storeFactor(tx, waiting, read, at))) return { ok: false, reason: "session_over" };
    const completed = await completeSession(tx, waiting, at);
    return completed ? { ok: true, ...completed } : { ok: false, reason: "session_over" };
  });
}

/**
 * Enrols a signed-in user who asks for it (« Sécurité »). It needs no other proof than the offer, because the page
 * shows an offer only with fresh proof. Then the other sessions of the user ask for the code. A mail tells the user.
 */
export async function enrolSecondFactor(
  session: Session,
  typed: TypedEnrolment,
): Promise<{ ok: true } | EnrolmentRefusal> {
  const at = now();
  const read = readEnrolment(session, typed, at);
  if (!read.ok) return read;
  return withViewer(session.viewer, async (tx) =>
    (await storeFactor(tx, session, read, at)) ? { ok: true } : { ok: false, reason: "session_over" },
  );
}

interface ReadEnrolment {
  ok: true;
  offer: EnrolmentOffer;
  step: number;
}

function readEnrolment(
  session: OfferedSession,
  { offer: sealed, code }: TypedEnrolment,
  at: Date,
): ReadEnrolment | EnrolmentRefusal {
  const offer = openEnrolmentOffer(session, sealed);
  if (!offer) return { ok: false, reason: "offer_over" };
  const step = matchingStep(offer.secret, code.replace(/\s/g, ""), at);
  return step === null ? { ok: false, reason: "wrong" } : { ok: true, offer, step };
}

async function storeFactor(
  tx: Transaction,
  { id, viewer }: { id: string; viewer: SignedInUser },
  { offer, step }: ReadEnrolment,
  at: Date,
): Promise<boolean> {
  const { userId } = viewer;
  const [row] = await tx.execute<{ ok: boolean }>(sql`
    select auth_enrol_second_factor(${id}, ${userId}, ${sealFactorSecret(userId, offer.secret)}, ${step},
      ${hashesOf(offer.secret, offer.recoveryCodes)}, ${at.toISOString()}) as ok`);
  if (!row?.ok) return false;
  await recordAudit(tx, viewer, { action: "second_factor_enrolled", subjectId: userId, at });
  await queueFactorNotice(tx, userId, "second_factor_enrolled", at);
  return true;
}
