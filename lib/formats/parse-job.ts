import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";

/** The questions to a worker about a file, and the types of its answers. */
export interface ParseAnswers {
  reading: InvoiceReading;
  /** Null for a file without invoice data, or one that cannot be read. */
  contents: InvoiceContents | null;
  /** The XML inside a hybrid PDF; null when there is none. */
  attachment: { name: string; bytes: Uint8Array } | null;
}

export interface ParseJob {
  kind: keyof ParseAnswers;
  bytes: Uint8Array;
}
