import type { AccountReader } from "@/lib/access/viewer";
import { keepFirstReading } from "./keep-first-reading";

/** Records, after delivery, that this user downloaded these originals (see `keepFirstReading`). */
export const recordDownloads = (viewer: AccountReader, ids: readonly string[]): Promise<void> =>
  keepFirstReading(viewer, ids, "downloadedAt");
