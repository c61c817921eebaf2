import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findMissed } from "@/lib/notifications/find-missed";

/** Lists the numbers of the invoices that « envoyer ce qui a été manqué » would send, oldest first (`findMissed`). */
export const listMissed = (viewer: StaffUser, accountId: string): Promise<string[]> =>
  withViewer(viewer, async (tx) =>
    (await findMissed(tx, [accountId])).map(({ document }) => document.number),
  );
