import { v7 as uuidv7 } from "uuid";
import { accountNotes } from "@/db/schema/account-notes";
import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { NOTE_LENGTH } from "./note-length";

export type AddedNote = { ok: true } | NotChanged | { ok: false; reason: "note_missing" | "note_too_long" };

/** Adds a note for colleagues of the supplier. The customer never sees it, nor that there is one. */
export async function addNote(viewer: StaffUser, accountId: string, text: string): Promise<AddedNote> {
  const written = text.trim();
  if (written === "") return { ok: false, reason: "note_missing" };
  if (written.length > NOTE_LENGTH) return { ok: false, reason: "note_too_long" };
  return changeOne<AddedNote>(viewer, accountId, async (tx, account, at) => {
    const id = uuidv7();
    const { supplierId } = viewer;
    await tx.insert(accountNotes).values({
      id,
      supplierId,
      accountId: account.id,
      authorUserId: viewer.userId,
      text: written,
      createdAt: at,
    });
    // The event has no `accountId`, because the account's administrators can read all events of the account.
    await recordAudit(tx, viewer, { action: "note_added", subjectId: account.id, at });
    return { ok: true };
  });
}
