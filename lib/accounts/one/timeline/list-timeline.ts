import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { TimeCursor } from "@/lib/time-cursor";
import { joinDeposits } from "./join-deposits";
import { selectEvents } from "./select-events";
import { selectMails } from "./select-mails";
import type { TimelineEntry, TimelineFilter } from "./timeline";

const PAGE_SIZE = 30;

/**
 * Returns one page of everything that happened to an account, newest first: its journal, its deposits, and its mails
 * with their delivery states. `older` is the position of the next page.
 */
export async function listTimeline(
  viewer: StaffUser,
  accountId: string,
  { filter, before }: { filter: TimelineFilter | null; before: TimeCursor | null },
): Promise<{ entries: TimelineEntry[]; older: TimeCursor | null }> {
  const page = { accountId, before, limit: PAGE_SIZE + 1 };
  const found = await withViewer(viewer, async (tx) => [
    ...(filter === null || filter === "mails" ? await selectMails(tx, viewer, page) : []),
    ...(filter === "mails" ? [] : await selectEvents(tx, viewer, page, filter)),
  ]);
  const newestFirst = found.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const shown = newestFirst.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    entries: joinDeposits(shown),
    older: newestFirst.length > PAGE_SIZE && last ? { at: last.at, id: last.id } : null,
  };
}
