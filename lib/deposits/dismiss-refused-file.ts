import { and, eq, isNull } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isUuid } from "@/lib/uuid";
import { dueAt } from "./resolve-refusal";

type Dismissed =
  | { ok: true; fileName: string }
  | { ok: false; reason: "not_found" | "resolved" | "too_often"; retryAfterMs?: number };

/** Sets a refused file aside (« Écarter »): nothing is left to do, and its bytes in quarantine are removed. */
export async function dismissRefusedFile(viewer: Manager, id: string): Promise<Dismissed> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  const retryAfterMs = await takeChange(viewer.userId, at);
  if (retryAfterMs > 0) return { ok: false, reason: "too_often", retryAfterMs };
  return withViewer(viewer, async (tx): Promise<Dismissed> => {
    const isFile = and(eq(refusedFiles.supplierId, viewer.supplierId), eq(refusedFiles.id, id));
    const [dismissed] = await tx
      .update(refusedFiles)
      .set({ resolution: "dismissed", resolvedAt: at, quarantinedUntil: dueAt(at) })
      .where(and(isFile, isNull(refusedFiles.resolution)))
      .returning({ fileName: refusedFiles.fileName });
    if (!dismissed) {
      const [known] = await tx.select({ id: refusedFiles.id }).from(refusedFiles).where(isFile);
      return { ok: false, reason: known ? "resolved" : "not_found" };
    }
    const details = { name: dismissed.fileName };
    await recordAudit(tx, viewer, { action: "refused_file_dismissed", subjectId: id, at, details });
    return { ok: true, fileName: dismissed.fileName };
  });
}
