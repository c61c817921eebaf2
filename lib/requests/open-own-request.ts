import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";
import { type AdviserContact, findAdviser } from "./find-adviser";
import { readThreads } from "./read-thread";
import type { RequestThread } from "./request-thread";

/** Returns a request of the viewer's account with its thread and its adviser; null if absent or not the account's. */
export async function openOwnRequest(
  viewer: AccountReader,
  id: string,
): Promise<{ thread: RequestThread; adviser: AdviserContact } | null> {
  if (!isUuid(id)) return null;
  return withViewer(viewer, async (tx) => {
    const [thread] = await readThreads(tx, viewer, [id]);
    return thread ? { thread, adviser: await findAdviser(tx, viewer) } : null;
  });
}
