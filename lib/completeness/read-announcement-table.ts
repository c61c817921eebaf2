import { setImmediate as letOthersRun } from "node:timers/promises";
import type { TableRow } from "@/lib/formats/table-reading";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { type Announcement, parseAnnouncement } from "./announcement";

/**
 * The columns of the file of announcements, each with the headings that name it: those of the API, and French ones.
 * `currency` may be missing and is then EUR.
 */
const HEADINGS = {
  customerNumber: ["customernumber", "n° client", "numéro client", "numéro de client"],
  month: ["month", "mois"],
  count: ["count", "nombre"],
  total: ["total", "total ttc"],
  currency: ["currency", "devise"],
};
export type AnnouncementColumn = keyof typeof HEADINGS;
const COLUMNS = Object.keys(HEADINGS) as AnnouncementColumn[];
const DEFAULT_CURRENCY = "EUR";
/** Lines read without a pause: about a millisecond of the thread that answers all requests. */
const LINES_WITHOUT_PAUSE = 100;

/** Why a file of announcements is refused: a column is missing, or the values of a line cannot be read. */
export type AnnouncementTable =
  | { ok: true; announcements: Announcement[] }
  | { ok: false; reason: "columns_missing"; columns: AnnouncementColumn[] }
  | { ok: false; reason: "line_invalid" | "line_repeated"; line: number }
  | { ok: false; reason: "no_lines" };

/**
 * Reads a table with the columns of `HEADINGS`, in any order. Amounts may be written as people write them. Two lines for the same account, month and currency are refused.
 * Requests of others are answered between the lines.
 */
export async function readAnnouncementTable(rows: readonly TableRow[]): Promise<AnnouncementTable> {
  const [headings, ...lines] = rows;
  const positions = new Map<AnnouncementColumn, number>();
  for (const column of COLUMNS) {
    const isNamed = (cell: string) =>
      HEADINGS[column].includes(cell.toLowerCase().replace(/\s+/g, " ").trim());
    const position = headings?.cells.findIndex(isNamed) ?? -1;
    if (position >= 0) positions.set(column, position);
  }
  const columns = COLUMNS.filter((column) => column !== "currency" && !positions.has(column));
  if (columns.length > 0) return { ok: false, reason: "columns_missing", columns };
  if (lines.length === 0) return { ok: false, reason: "no_lines" };

  const announcements: Announcement[] = [];
  const seen = new Set<string>();
  for (const [index, { line, cells }] of lines.entries()) {
    if (index % LINES_WITHOUT_PAUSE === LINES_WITHOUT_PAUSE - 1) await letOthersRun();
    const cell = (column: AnnouncementColumn) => cells[positions.get(column) ?? -1] ?? "";
    const account = { customerNumber: cell("customerNumber"), month: cell("month") };
    const parsed = parseAnnouncement(account, {
      count: /^\d{1,9}$/.test(cell("count")) ? Number(cell("count")) : null,
      total: parseAmount(cell("total")),
      currency: cell("currency") === "" ? DEFAULT_CURRENCY : cell("currency").toUpperCase(),
    });
    if (!parsed.ok || account.customerNumber === "") return { ok: false, reason: "line_invalid", line };
    const key = JSON.stringify([account, parsed.announcement.currency]);
    if (seen.has(key)) return { ok: false, reason: "line_repeated", line };
    seen.add(key);
    announcements.push(parsed.announcement);
  }
  return { ok: true, announcements };
}
