import { sqlClient } from "@/db/client";
import type { LinkViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";

/**
 * Writes down that something was shown through a direct link (quality T6): first and last time, and in how many minutes;
 * a scanner that opens it a hundred times at once is one use. Changes nothing of what the link may do.
 */
export async function noteLinkUse(viewer: LinkViewer): Promise<void> {
  await sqlClient()`select auth_note_link_use(${viewer.linkId}, ${now()})`;
}
