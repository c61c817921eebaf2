import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { SignedInUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { Locale } from "@/lib/languages";
import { takeChange } from "@/lib/limits/throttle";

/** Saves the user's language, also used for mails. Ignored when the user reached the daily limit of changes. */
export async function setLocale(viewer: SignedInUser, locale: Locale): Promise<void> {
  if ((await takeChange(viewer.userId, now())) > 0) return;
  await withViewer(viewer, async (tx) => {
    await tx.update(users).set({ locale }).where(eq(users.id, viewer.userId));
    await recordAudit(tx, viewer, {
      action: "locale_changed",
      subjectId: viewer.userId,
      at: now(),
      details: { locale },
    });
  });
}
