import { z } from "zod";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { leaveFlash } from "@/lib/http/flash";
import { readVisitor } from "@/lib/http/visitor";
import { PROOF_FIELD } from "@/lib/proof-field";
import { checkCode, type CheckedCode } from "@/lib/sign-in/second-factor/check-code";
import { completeSession } from "@/lib/sign-in/second-factor/complete-session";
import { type WaitingSession, waitingSession } from "@/lib/sign-in/session/waiting-session";
import { minutesUntil, type Shown } from "./answer";
import { type FormFields, keptOf, valuesOf } from "./fields";
import { type FormAgain, formAgain } from "./form-again";
import { pageOfForm } from "./page-of-form";

/** How long what was typed is kept until the code opens the screen. */
const KEPT_SECONDS = 15 * 60;

/**
 * Keeps what was typed in a form whose session was locked meanwhile. A form that can ask for a proof is shown again
 * and asks for the code; with the right one the screen is open and the form runs (`unlocked`). Returns null for every
 * other form, which is filled in again on its page after the code, and when the session is not locked.
 */
export async function answerLockedForm(
  fields: FormFields,
  form: FormData,
): Promise<"unlocked" | Shown<FormAgain> | null> {
  const waiting = await waitingSession();
  if (waiting?.state !== "locked") return null;
  const read = z.object(fields).safeParse(valuesOf(fields, form));
  if (!read.success) return null;
  if (!(PROOF_FIELD in fields)) {
    const typed = keptOf(fields, read.data);
    const [page = "/"] = (await pageOfForm()).split("?");
    if (Object.values(typed).some((text) => text !== ""))
      await leaveFlash(page, { result: {}, typed }, KEPT_SECONDS);
    return null;
  }
  const { [PROOF_FIELD]: proof, ...typed } = read.data;
  const given = proof === "" ? null : await unlock(waiting, String(proof));
  if (given?.ok) {
    // A code works once, and giving it was already the proof that the form asks for.
    form.set(PROOF_FIELD, "");
    return "unlocked";
  }
  const minutes = given?.reason === "too_many" ? String(minutesUntil(given.retryAfterMs)) : "";
  const proofRequest = {
    kind: "code",
    identifier: waiting.identifier,
    problem: given?.reason ?? "none",
  } as const;
  return {
    shown: formAgain(typed, { proofRequest: { ...proofRequest, minutes }, details: null }),
    isRefusal: true,
  };
}

async function unlock(waiting: WaitingSession, code: string): Promise<CheckedCode> {
  const { viewer, identifier } = waiting;
  const user = { userId: viewer.userId, identifier };
  const checked = await checkCode(user, { ...(await readVisitor()), code, only: "application" });
  if (!checked.ok) return checked;
  const completed = await withViewer(viewer, (tx) => completeSession(tx, waiting, now()));
  return completed ? checked : { ok: false, reason: "wrong" };
}
