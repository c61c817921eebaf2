import { ownersOf } from "@/lib/access/owners";
import type { Manager } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import { refuseTable, type TableRefusal } from "@/lib/formats/table-reading";
import { takeChange } from "@/lib/limits/throttle";
import { announceInvoices } from "./announce-invoices";
import { type AnnouncementColumn, readAnnouncementTable } from "./read-announcement-table";

type TableAnnounced =
  | { ok: true; count: number }
  | { ok: false; reason: TableRefusal | "no_lines" | "too_often" }
  | { ok: false; reason: "columns_missing"; columns: readonly AnnouncementColumn[] }
  | { ok: false; reason: "line_invalid" | "line_repeated"; line: number }
  | { ok: false; reason: "customer_unknown"; customerNumbers: readonly string[] };

/**
 * Announces what a spreadsheet says (`readAnnouncementTable`): all lines or none. Sent again, it changes nothing. Throws
 * `Busy` and `ParserBusyError`.
 */
export async function announceTable(viewer: Manager, bytes: Uint8Array): Promise<TableAnnounced> {
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  const table = await parseOffThread(
    "table",
    bytes,
    (reason) => refuseTable(reason === "out_of_memory" ? "table_too_large" : "table_broken"),
    { owners: ownersOf(viewer), isKnown: true },
  );
  if (!table.ok) return table;
  const read = await readAnnouncementTable(table.rows);
  if (!read.ok) return read;
  const announced = await announceInvoices(viewer, read.announcements);
  return announced.ok ? { ok: true, count: read.announcements.length } : announced;
}
