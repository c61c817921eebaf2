import { eq } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { lockImport } from "./lock-import";

export type UndoneImport =
  { ok: true } | { ok: false; reason: "import_not_found" | "import_not_applied" } | StaleProof;

/**
 * Lets background work undo an import (« Annuler cet import »), also while it is being applied. What waits for the next
 * invoice is cancelled; other values are restored unless somebody changed them since. Needs fresh proof.
 */
export async function undoImport(
  session: { id: string; viewer: StaffUser },
  importId: string,
): Promise<UndoneImport> {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const { viewer } = session;
  return withViewer(viewer, async (tx): Promise<UndoneImport> => {
    const found = await lockImport(tx, viewer, importId);
    if (!found) return { ok: false, reason: "import_not_found" };
    if (found.state === "undoing" || found.state === "undone") return { ok: true };
    if (found.state !== "applying" && found.state !== "applied")
      return { ok: false, reason: "import_not_applied" };
    const at = now();
    await tx
      .update(accountImports)
      .set({ state: "undoing", undoneBy: viewer.userId, undoneAt: at, workedUntil: null })
      .where(eq(accountImports.id, importId));
    await recordAudit(tx, viewer, { action: "import_undone", subjectId: importId, at });
    return { ok: true };
  });
}
