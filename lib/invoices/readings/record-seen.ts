import type { CustomerUser } from "@/lib/access/viewer";
import { isUuid } from "@/lib/uuid";
import { keepFirstReading } from "./keep-first-reading";

/** Notes that this user opened the invoice, after it was shown: `keepFirstReading`. */
export async function recordSeen(viewer: CustomerUser, id: string): Promise<void> {
  if (isUuid(id)) await keepFirstReading(viewer, [id], "seenAt");
}
