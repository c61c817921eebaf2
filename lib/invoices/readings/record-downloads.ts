import type { CustomerUser } from "@/lib/access/viewer";
import { keepFirstReading } from "./keep-first-reading";

/** Notes that this user took these originals, after they were handed out: `keepFirstReading`. */
export const recordDownloads = (viewer: CustomerUser, ids: readonly string[]): Promise<void> =>
  keepFirstReading(viewer, ids, "downloadedAt");
