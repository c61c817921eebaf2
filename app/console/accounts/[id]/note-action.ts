"use server";

import { addNote } from "@/lib/accounts/one/notes/add-note";
import { NOTE_LENGTH } from "@/lib/accounts/one/notes/note-length";
import { removeNote } from "@/lib/accounts/one/notes/remove-note";
import { refuse, say } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { accountPath } from "./account-path";

/** Adds a note on the account for colleagues, or removes one of the viewer's notes: `remove` is its id. */
export const noteAction = supplierStaffAction(
  { note: text(NOTE_LENGTH + 1), remove: hidden(36) },
  async ({ viewer }, { note, remove }, id: string) => {
    const page = accountPath(id);
    const changed = remove ? await removeNote(viewer, id, remove) : await addNote(viewer, id, note);
    if (!changed.ok) return refuse(page, { ...changed, action: "note" });
    return say(page, { done: remove ? "note_removed" : "note_added" });
  },
);
