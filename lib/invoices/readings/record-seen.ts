import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { keepFirstReading } from "./keep-first-reading";

/**
 * Records, after the page was shown, that this user opened the invoice (see `keepFirstReading`). Records nothing for
 * staff viewing as a customer's user.
 */
export async function recordSeen(viewer: AccountReader, id: string): Promise<void> {
  if (!isUuid(id) || viewer.kind === "view_as") return;
  const at = now();
  await withViewer(viewer, (tx) => keepFirstReading(tx, viewer, [id], { reading: "seenAt", at }));
}
