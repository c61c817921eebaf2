import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import type { SignedInUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { eq } from "drizzle-orm";

/** Remembers the user's language, in which its mails are written too. */
export function setLocale(viewer: SignedInUser, locale: "fr" | "en"): Promise<void> {
  return withViewer(viewer, async (tx) => {
    await tx.update(users).set({ locale }).where(eq(users.id, viewer.userId));
    await recordAudit(tx, viewer, {
      action: "locale_changed",
      subjectId: viewer.userId,
      at: now(),
      details: { locale },
    });
  });
}
