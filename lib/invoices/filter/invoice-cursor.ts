import { isPlainDate, type PlainDate } from "@/lib/dates";
import { INVOICE_NUMBER_LENGTH } from "@/lib/invoice-number";
import type { Minor } from "@/lib/money";
import { isUuid } from "@/lib/uuid";
import type { SortKey } from "./invoice-sort";

const UUID_LENGTH = 36;
const LARGEST = 2n ** 63n - 1n;

/** A position in a sorted list: the sort key of a row as text (null: no due date), and its id. */
export interface InvoiceCursor {
  key: string | null;
  id: string;
}

export type InvoicePage =
  | { direction: "first" }
  | { direction: "after"; cursor: InvoiceCursor }
  | { direction: "before"; cursor: InvoiceCursor };

interface Sorted {
  id: string;
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  number: string;
  currency: string;
  signedWithVatMinor: Minor;
}

/** Returns the position of an invoice in a list with this sort. */
export function cursorAt(row: Sorted, by: SortKey): InvoiceCursor {
  const keys = {
    date: row.issuedOn,
    due: row.dueOn,
    number: row.number,
    amount: `${row.currency}${row.signedWithVatMinor}`,
  };
  return { key: keys[by], id: row.id };
}

/** Writes a cursor for URLs: `2026-11-20_0198…`. */
export function writeCursor({ key, id }: InvoiceCursor): string {
  return `${key ?? ""}_${id}`;
}

/** Reads a cursor. Null for any text the portal did not write for this sort: the list then starts at its beginning. */
export function readCursor(text: string, by: SortKey): InvoiceCursor | null {
  const id = text.slice(-UUID_LENGTH);
  const key = text.slice(0, -UUID_LENGTH - 1);
  if (!isUuid(id) || text.at(-UUID_LENGTH - 1) !== "_") return null;
  if (by === "due" && key === "") return { key: null, id };
  return isKey(key, by) ? { key, id } : null;
}

function isKey(key: string, by: SortKey): boolean {
  if (by === "number") return key !== "" && key.length <= INVOICE_NUMBER_LENGTH && !/\p{Cc}/u.test(key);
  if (by === "amount") return readAmountKey(key) !== null;
  return isPlainDate(key);
}

/** Reads a key such as `EUR-12345`: the currency, then the signed total in minor units (here −123.45). */
export function readAmountKey(key: string): { currency: string; minor: Minor } | null {
  const [, currency, digits] = /^([A-Z]{3})(-?\d{1,19})$/.exec(key) ?? [];
  if (currency === undefined || digits === undefined) return null;
  const minor = BigInt(digits);
  return minor > LARGEST || minor < -LARGEST ? null : { currency, minor };
}
