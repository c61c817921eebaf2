import { and, eq } from "drizzle-orm";
import { answerTemplates } from "@/db/schema/customer-requests";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";

/** Removes a template of the supplier. Answers that were written with it stay. */
export async function removeTemplate(
  viewer: StaffUser,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return withViewer(viewer, async (tx) => {
    const [removed] = await tx
      .delete(answerTemplates)
      .where(and(eq(answerTemplates.supplierId, viewer.supplierId), eq(answerTemplates.id, id)))
      .returning({ title: answerTemplates.title });
    if (!removed) return { ok: false, reason: "not_found" };
    const event = { subjectId: id, at: now(), details: { title: removed.title } };
    await recordAudit(tx, viewer, { action: "answer_template_removed", ...event });
    return { ok: true };
  });
}
