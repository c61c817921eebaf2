import { and, eq, inArray } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";

export type DiscardedImport = { ok: true } | { ok: false; reason: "import_not_found" | "import_started" };

/** Deletes an import that was not applied, with its lines (« Abandonner »). It has changed no account. */
export async function discardImport(viewer: StaffUser, importId: string): Promise<DiscardedImport> {
  if (!isUuid(importId)) return { ok: false, reason: "import_not_found" };
  const isThis = and(eq(accountImports.id, importId), eq(accountImports.supplierId, viewer.supplierId));
  return withViewer(viewer, async (tx): Promise<DiscardedImport> => {
    const deleted = await tx
      .delete(accountImports)
      .where(and(isThis, inArray(accountImports.state, ["checking", "checked"])))
      .returning({ id: accountImports.id });
    if (deleted.length > 0) return { ok: true };
    const [left] = await tx.select({ id: accountImports.id }).from(accountImports).where(isThis);
    return { ok: false, reason: left ? "import_started" : "import_not_found" };
  });
}
