import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findMissed, type MissedInvoice, type SinceDay } from "./find-missed";

/** Lists what « envoyer ce qui a été manqué » would send (`findMissed`). */
export const listMissed = (viewer: StaffUser, accountId: string, since: SinceDay): Promise<MissedInvoice[]> =>
  withViewer(viewer, (tx) => findMissed(tx, viewer, accountId, since));
