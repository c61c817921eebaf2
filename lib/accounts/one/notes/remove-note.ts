import { and, eq } from "drizzle-orm";
import { accountNotes } from "@/db/schema/account-notes";
import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { isUuid } from "@/lib/uuid";

/** Removes one of the viewer's own notes; removing it again has no effect. Colleagues' notes stay. */
export function removeNote(
  viewer: StaffUser,
  accountId: string,
  noteId: string,
): Promise<{ ok: true } | NotChanged> {
  return changeOne(viewer, accountId, async (tx, account, at) => {
    if (!isUuid(noteId)) return { ok: true };
    const removed = await tx
      .delete(accountNotes)
      .where(
        and(
          eq(accountNotes.id, noteId),
          eq(accountNotes.accountId, account.id),
          eq(accountNotes.authorUserId, viewer.userId),
        ),
      )
      .returning({ id: accountNotes.id });
    if (removed.length > 0)
      await recordAudit(tx, viewer, { action: "note_removed", subjectId: account.id, at });
    return { ok: true };
  });
}
