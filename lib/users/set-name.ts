import { and, eq, ne } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isPersonName, readPersonName } from "./person-name";

export type SavedName = { ok: true } | { ok: false; reason: "name_invalid" | "too_often" };

/** Saves the user's own name as colleagues see it. With an empty name the identifier is shown instead. */
export async function setName(viewer: CustomerUser, typed: string): Promise<SavedName> {
  const name = readPersonName(typed);
  if (!isPersonName(name)) return { ok: false, reason: "name_invalid" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  await withViewer(viewer, async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({ name })
      .where(and(eq(users.id, viewer.userId), ne(users.name, name)))
      .returning({ id: users.id });
    if (changed)
      await recordAudit(tx, viewer, { action: "name_changed", subjectId: viewer.userId, at: now() });
  });
  return { ok: true };
}
