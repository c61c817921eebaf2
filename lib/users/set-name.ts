import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { and, eq, ne } from "drizzle-orm";
import { readPersonName } from "./person-name";

/** Saves the user's own name, as colleagues see it; an empty one leaves the identifier to stand for it. */
export function setName(viewer: CustomerUser, typed: string): Promise<void> {
  const name = readPersonName(typed);
  return withViewer(viewer, async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({ name })
      .where(and(eq(users.id, viewer.userId), ne(users.name, name)))
      .returning({ id: users.id });
    if (changed)
      await recordAudit(tx, viewer, { action: "name_changed", subjectId: viewer.userId, at: now() });
  });
}
