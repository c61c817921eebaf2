import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { takeChange } from "@/lib/auth/throttle";
import type { SignedInUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { eq } from "drizzle-orm";

/** Remembers the user's language, in which its mails are written too; not for who changes it all day long. */
export async function setLocale(viewer: SignedInUser, locale: "fr" | "en"): Promise<void> {
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
