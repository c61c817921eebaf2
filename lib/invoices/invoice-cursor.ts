import { isUuid } from "@/lib/uuid";
import { isPlainDate, type PlainDate } from "@/lib/dates";

/** A place in the newest-first list: the issue date and id of a row. In URLs `2026-11-20_0198…`. */
export interface InvoiceCursor {
  issuedOn: PlainDate;
  id: string;
}

export function writeCursor(cursor: InvoiceCursor): string {
  return `${cursor.issuedOn}_${cursor.id}`;
}

/** Null for anything the portal did not write: the list then starts at its beginning. */
export function readCursor(text: string | undefined): InvoiceCursor | null {
  const [issuedOn = "", id = ""] = (text ?? "").split("_");
  return isPlainDate(issuedOn) && isUuid(id) ? { issuedOn, id } : null;
}
