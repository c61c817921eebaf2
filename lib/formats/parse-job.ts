import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import type { JoinedDocument } from "@/lib/formats/joined-documents";
import type { TableReading } from "@/lib/formats/table-reading";

/** The kinds of jobs for a parser worker, with the types of their results. */
export interface ParseAnswers {
  reading: InvoiceReading;
  /** Null for a file without invoice data, or one that cannot be read. */
  contents: InvoiceContents | null;
  /** The XML inside a hybrid PDF; null when there is none. */
  attachment: { name: string; bytes: Uint8Array } | null;
  /** A document joined to the invoice; null when no document has the requested number. */
  joined: JoinedDocument | null;
  /** The rows of a spreadsheet. */
  table: TableReading;
}

export interface ParseJob {
  kind: keyof ParseAnswers;
  bytes: Uint8Array;
  /** The number of the joined document to read, counted from 1. */
  number?: number;
}
