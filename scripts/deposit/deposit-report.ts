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
  /** Short, the same for the same cause: counted in the summary. */
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

/** A CSV file (RFC 4180, `;`, UTF-8 with BOM) that is complete after every line, so a stopped run leaves its report. */
export function openReport(path: string): { write(line: ReportLine): void; close(): void } {
  const file = openSync(path, "w");
  writeSync(file, `\ufeff${COLUMNS.join(";")}\r\n`);
  return {
    write: (line) =>
      void writeSync(file, `${COLUMNS.map((column) => cell(line[column] ?? "")).join(";")}\r\n`),
    close: () => closeSync(file),
  };
}

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe (ASVS 1.2.10), numbers stay. */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
