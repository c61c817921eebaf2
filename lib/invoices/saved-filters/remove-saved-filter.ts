import { and, eq } from "drizzle-orm";
import { savedFilters } from "@/db/schema/saved-filters";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { ownFilters } from "./list-saved-filters";

/** Removes one of the viewer's own filters. Returns its name, or null when there is none with this id. */
export function removeSavedFilter(viewer: CustomerUser, id: string): Promise<string | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return withViewer(viewer, async (tx) => {
    const [removed] = await tx
      .delete(savedFilters)
      .where(and(ownFilters(viewer), eq(savedFilters.id, id)))
      .returning({ name: savedFilters.name });
    if (!removed) return null;
    await recordAudit(tx, viewer, {
      action: "filter_removed",
      subjectId: id,
      at: now(),
      details: { name: removed.name },
    });
    return removed.name;
  });
}
