import { and, desc, eq } from "drizzle-orm";
import { accountNotes } from "@/db/schema/account-notes";
import { users } from "@/db/schema/users";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { personLabel } from "@/lib/person-label";

const MAX_NOTES = 50;

export interface AccountNote {
  id: string;
  text: string;
  createdAt: Date;
  /** Identifier and name. */
  author: string;
  isOwn: boolean;
}

/** Lists the 50 newest notes on an account, newest first. */
export async function listNotes(viewer: StaffUser, accountId: string): Promise<AccountNote[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: accountNotes.id,
        text: accountNotes.text,
        createdAt: accountNotes.createdAt,
        authorId: accountNotes.authorUserId,
        name: users.name,
        identifier: users.identifier,
      })
      .from(accountNotes)
      .innerJoin(users, eq(users.id, accountNotes.authorUserId))
      .where(and(eq(accountNotes.supplierId, viewer.supplierId), eq(accountNotes.accountId, accountId)))
      .orderBy(desc(accountNotes.createdAt), desc(accountNotes.id))
      .limit(MAX_NOTES),
  );
  return rows.map(({ authorId, name, identifier, ...note }) => ({
    ...note,
    author: personLabel({ name, identifier }),
    isOwn: authorId === viewer.userId,
  }));
}
