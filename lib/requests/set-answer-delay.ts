import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { findAnswerDelay } from "./find-answer-delay";
import { ANSWER_DAYS } from "./request-limits";

/**
 * Sets the working days within which the supplier promises to answer; the form of a question shows them to customers.
 * "" removes the promise. Refuses staff other than managers (`not_allowed`), and a number outside 1 to 30
 * (`not_a_delay`).
 */
export async function setAnswerDelay(
  viewer: StaffUser,
  typed: string,
): Promise<{ ok: true } | { ok: false; reason: "not_allowed" | "not_a_delay" }> {
  if (viewer.kind !== "manager") return { ok: false, reason: "not_allowed" };
  const text = typed.trim();
  const days = text === "" ? null : Number(text);
  const isPossible =
    days === null || (/^\d{1,2}$/.test(text) && days >= ANSWER_DAYS.min && days <= ANSWER_DAYS.max);
  if (!isPossible) return { ok: false, reason: "not_a_delay" };
  const { supplierId } = viewer;
  await withViewer(viewer, async (tx) => {
    const before = await findAnswerDelay(tx, viewer);
    if (before === days) return;
    await tx.update(suppliers).set({ answerWithinDays: days }).where(eq(suppliers.id, supplierId));
    await recordAudit(tx, viewer, {
      action: "answer_delay_changed",
      ...{ subjectId: supplierId, at: now(), details: { from: before, to: days } },
    });
  });
  return { ok: true };
}
