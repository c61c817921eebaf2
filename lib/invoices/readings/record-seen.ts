import type { AccountReader } from "@/lib/access/viewer";
import { isUuid } from "@/lib/uuid";
import { keepFirstReading } from "./keep-first-reading";

/** Records, after the page was shown, that this user opened the invoice (see `keepFirstReading`). */
export async function recordSeen(viewer: AccountReader, id: string): Promise<void> {
  if (isUuid(id)) await keepFirstReading(viewer, [id], "seenAt");
}
