import { closeSync, openSync, writeSync } from "node:fs";

export interface ReportLine {
  file: string;
  result: "accepted" | "already_there" | "dry_run" | "conflict" | "refused" | "failed";
  status: string;
  number?: string;
  issuedOn?: string;
  totalWithVat?: string;
  currency?: string;
  sha256?: string;
  id?: string;
  /** Short and the same for the same cause, so that the summary can count it. */
  reason?: string;
  detail?: string;
}

const COLUMNS = [
  "file",
  "result",
  "status",
  "number",
  "issuedOn",
  "totalWithVat",
  "currency",
  "sha256",
  "id",
  "reason",
  "detail",
] as const;

/** Opens a CSV file (RFC 4180, `;`, UTF-8 with BOM). It is complete after each line, also if the run is stopped. */
export function openReport(path: string): { write(line: ReportLine): void; close(): void } {
  const file = openSync(path, "w");
  writeSync(file, `\ufeff${COLUMNS.join(";")}\r\n`);
  return {
    write: (line) =>
      void writeSync(file, `${COLUMNS.map((column) => cell(line[column] ?? "")).join(";")}\r\n`),
    close: () => closeSync(file),
  };
}

/** Quotes a text if needed. One that a spreadsheet would read as a formula gets an apostrophe (ASVS 1.2.10). */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
