import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { Locale } from "@/lib/languages";
import { takeChange } from "@/lib/limits/throttle";
import type { HistoryMonths } from "@/lib/month-settings";

/**
 * Saves the user's display history (« Historique d'affichage », FAQ 3.2): how many months the list shows. Also saves the
 * language of pages and mails when one is given.
 */
export async function setDisplay(
  viewer: CustomerUser,
  display: { months: HistoryMonths; locale?: Locale | undefined },
): Promise<{ ok: true } | { ok: false; reason: "too_often" }> {
  const { months, locale } = display;
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  await withViewer(viewer, async (tx) => {
    await tx
      .update(users)
      .set({ historyMonths: months, ...(locale && { locale }) })
      .where(eq(users.id, viewer.userId));
    await recordAudit(tx, viewer, {
      action: "display_history_changed",
      subjectId: viewer.userId,
      at: now(),
      details: { months, ...(locale && { locale }) },
    });
  });
  return { ok: true };
}
