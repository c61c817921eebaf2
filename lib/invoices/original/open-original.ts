import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { suppliers } from "@/db/schema/suppliers";
import { visibleInvoices } from "@/lib/access/access";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { documentName } from "@/lib/document-name";
import { storage } from "@/lib/storage/open-storage";
import { type ByteRange } from "@/lib/storage/storage";
import { isUuid } from "@/lib/uuid";
import { recordViewedOriginal } from "./record-viewed-original";

/** A file as it is sent to a reader. */
export interface ServedFile {
  sha256: string;
  size: number;
  mediaType: string;
  /** The name to save it under; of an original it is `documentName`, not the one it was deposited with. */
  fileName: string;
  read(range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

/** The deposited file, never rewritten (R17). */
export interface Original extends ServedFile {
  mediaType: "application/pdf" | "application/xml";
}

/**
 * Opens the original of an invoice the viewer may see, or returns null. `read` streams outside any transaction. When staff
 * views as a customer, the opening is first written to the customer's journal.
 */
export async function openOriginal(viewer: Viewer, invoiceId: string): Promise<Original | null> {
  if (!isUuid(invoiceId)) return null;
  const [found] = await withViewer(viewer, (tx) =>
    tx
      .select({
        sha256: invoices.sha256,
        size: invoices.size,
        mediaType: invoices.mediaType,
        storageKey: invoices.storageKey,
        number: invoices.number,
        issuedOn: invoices.issuedOn,
        supplierName: suppliers.name,
      })
      .from(invoices)
      .innerJoin(suppliers, eq(suppliers.id, invoices.supplierId))
      .where(and(visibleInvoices(viewer), eq(invoices.id, invoiceId))),
  );
  if (!found) return null;
  if (viewer.kind === "view_as" && !(await recordViewedOriginal(viewer, invoiceId))) return null;
  const { storageKey, sha256, size, mediaType } = found;
  return {
    sha256,
    size,
    mediaType,
    fileName: documentName(found),
    async read(range) {
      const stream = await storage().read(storageKey, range);
      if (!stream) throw new Error("An original is missing from storage.");
      return stream;
    },
  };
}
