import { decodeTableText } from "@/lib/formats/decode-table-text";
import { readCsv } from "@/lib/formats/read-csv";

/** The largest list of people that is read, in characters when it is pasted and in bytes when it is a file. */
export const LONGEST_LIST = 50_000;

export type PeopleFileProblem = "too_large" | "not_csv" | "empty";

/**
 * Reads a CSV file of people into a list for `readPastedPeople`: a person on each line. Headings (`Prénom`, `Nom`,
 * `E-mail`, or their English names) say which columns hold what; a file without headings may have the columns in any
 * order. Refuses what is no text with separators, such as a workbook.
 */
export function readPeopleFile(
  bytes: Uint8Array,
): { ok: true; list: string } | { ok: false; reason: PeopleFileProblem } {
  if (bytes.length > LONGEST_LIST) return { ok: false, reason: "too_large" };
  const text = decodeTableText(bytes);
  if (text === null || isWorkbook(bytes)) return { ok: false, reason: "not_csv" };
  const table = readCsv(text);
  if (!table.ok) return { ok: false, reason: table.reason === "table_empty" ? "empty" : "not_csv" };
  const [first = [], ...others] = table.rows.map(({ cells }) => cells);
  const headings = readHeadings(first);
  const people = headings ? others : [first, ...others];
  if (people.length === 0) return { ok: false, reason: "empty" };
  return { ok: true, list: people.map((cells) => lineOf(cells, headings)).join("\n") };
}

/** The columns of a file with headings; -1 for one that is missing. */
interface Headings {
  email: number;
  firstName: number;
  lastName: number;
}

/** The first row is one of headings when it holds no address and one of its cells names the column of addresses. */
function readHeadings(cells: readonly string[]): Headings | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const email = cells.findIndex((cell) => /mail|courriel/i.test(cell));
  if (email < 0) return null;
  const firstName = cells.findIndex((cell) => /pr[ée]nom|first|given/i.test(cell));
  const lastName = cells.findIndex((cell, index) => index !== firstName && /nom|name/i.test(cell));
  return { email, firstName, lastName };
}

function lineOf(cells: readonly string[], headings: Headings | null): string {
  if (headings === null) return cells.filter(Boolean).map(cellOf).join(";");
  const cellAt = (index: number) => plain(cells[index] ?? "");
  const name = [cellAt(headings.firstName), cellAt(headings.lastName)].filter(Boolean).join(" ");
  return [name, cellAt(headings.email)].filter(Boolean).join(";");
}

/** A cell that holds a separator stands in quotation marks, as `readPastedPeople` reads it. */
const cellOf = (cell: string): string => (/[,;]/.test(cell) ? `"${plain(cell)}"` : plain(cell));

/** The text without what `readPastedPeople` reads as a separator between people. */
const plain = (cell: string): string =>
  cell
    .replace(/["\r\n;]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();

const isWorkbook = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);
