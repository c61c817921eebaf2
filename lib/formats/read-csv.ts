import { CsvError, parse } from "csv-parse/sync";
import { fromCsvText } from "@/lib/csv-text";
import { MAX_TABLE_ROWS, refuseTable, tableOf, type TableReading } from "@/lib/formats/table-reading";

const DELIMITERS = [";", ",", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The number of characters examined to find the delimiter. */
const SAMPLE_CHARACTERS = 20_000;
/** A longer record has a quote that is never closed. */
const LONGEST_RECORD = 100_000;

/**
 * Reads a CSV text (RFC 4180) separated by `;`, `,` or tabs; the delimiter that fits the first lines best is used.
 * Line ends may be CRLF, LF or CR, also inside quotes. A quote in the middle of a cell is an ordinary character.
 * Removes the apostrophe that the portal's own exports put before text that a spreadsheet would change.
 */
export function readCsv(text: string): TableReading {
  // Excel itself writes and reads this first line, which names the delimiter.
  const named = /^sep=([;,\t])\r?\n/i.exec(text.slice(0, 10));
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = (named?.[1] as Delimiter | undefined) ?? delimiterOf(body.slice(0, SAMPLE_CHARACTERS));
  try {
    const rows = parse(body, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LONGEST_RECORD,
      to: 2 * MAX_TABLE_ROWS,
    });
    const skippedLine = named ? [[]] : [];
    return tableOf(null, [...skippedLine, ...rows.map((cells) => cells.map(fromCsvText))]);
  } catch (error) {
    if (error instanceof CsvError) return refuseTable("table_broken");
    throw error;
  }
}

/** The delimiter that occurs in most lines; when two occur in equally many lines, the one that makes more columns. */
function delimiterOf(sample: string): Delimiter {
  const lines = sample.replace(/"[^"]*"/g, "").split(/\r\n|[\n\r]/, 50);
  const score = (delimiter: Delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = Math.max(0, ...counts);
    return counts.length * 1_000 + usual;
  };
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best));
}
