/** The largest spreadsheet that is read, in binary megabytes. */
export const TABLE_LIMIT_MB = 10;
export const TABLE_LIMIT_BYTES = TABLE_LIMIT_MB * 1024 * 1024;

export const MAX_TABLE_ROWS = 50_000;
export const MAX_TABLE_COLUMNS = 60;

/** Why a file cannot be read as a table. */
export type TableRefusal =
  /** Empty, or without any filled cell. */
  | "table_empty"
  /** A workbook of Excel before 2007, or one protected by a password: both have the same container. */
  | "table_old_excel"
  /** Neither text nor a workbook: a PDF, a picture, an OpenDocument sheet. */
  | "table_unknown"
  /** A workbook that is cut, altered or against the standard. */
  | "table_broken"
  /** More rows, columns or bytes than are read, also after decompression. */
  | "table_too_large";

/** A row of a spreadsheet; `line` is its number as spreadsheets count, from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** The filled rows of a file. Every cell is the text that the file holds; dates of workbooks are ISO 8601. */
export type TableReading =
  | {
      ok: true;
      /** The name of the sheet; null for a text file. */
      sheet: string | null;
      rows: TableRow[];
    }
  | { ok: false; reason: TableRefusal };

export const refuseTable = (reason: TableRefusal): TableReading => ({ ok: false, reason });

/** Keeps the rows that have a filled cell, and refuses what is beyond the limits. */
export function tableOf(sheet: string | null, rows: readonly (readonly string[])[]): TableReading {
  const filled = rows
    .map((cells, index): TableRow => ({ line: index + 1, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (filled.length === 0) return refuseTable("table_empty");
  if (filled.length > MAX_TABLE_ROWS + 1) return refuseTable("table_too_large");
  const widest = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(Boolean) + 1), 0);
  if (widest > MAX_TABLE_COLUMNS) return refuseTable("table_too_large");
  return {
    ok: true,
    sheet,
    rows: filled.map(({ line, cells }) => ({ line, cells: cells.slice(0, widest) })),
  };
}

/** Removes what PostgreSQL cannot store (null bytes, unpaired surrogates) and spaces at both ends. */
const clean = (cell: string): string => cell.replaceAll("\0", "").toWellFormed().trim();
