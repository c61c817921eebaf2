import { sqlClient } from "@/db/client";
import type { LinkViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";

/**
 * Records a use of a direct link or of a shared invoice's link (security T6): first time, last time, and the number of minutes with a use, so that a
 * scanner that opens it a hundred times at the same time counts once. It does not change what the link allows.
 */
export async function noteLinkUse(viewer: LinkViewer): Promise<void> {
  await sqlClient()`select auth_note_link_use(${viewer.linkId}, ${now()})`;
}
