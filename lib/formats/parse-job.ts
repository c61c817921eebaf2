import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";

/** What a worker is asked of a file, and what it answers. */
export interface ParseAnswers {
  reading: InvoiceReading;
  /** Null for a file without invoice data, or that cannot be read. */
  contents: InvoiceContents | null;
  /** The XML inside a hybrid PDF; null where there is none to be had. */
  attachment: { name: string; bytes: Uint8Array } | null;
}

export interface ParseJob {
  kind: keyof ParseAnswers;
  bytes: Uint8Array;
}
