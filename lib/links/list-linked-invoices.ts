import { desc } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { LinkViewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

/** The invoices of a direct link that are still available, newest first. */
export function listLinkedInvoices(viewer: LinkViewer) {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        id: invoices.id,
        number: invoices.number,
        type: invoices.type,
        issuedOn: invoices.issuedOn,
        dueOn: invoices.dueOn,
        currency: invoices.currency,
        signedWithVatMinor: invoices.signedWithVatMinor,
        mediaType: invoices.mediaType,
        size: invoices.size,
        removeAfter: invoices.removeAfter,
      })
      .from(invoices)
      .where(visibleInvoices(viewer))
      .orderBy(desc(invoices.issuedOn), desc(invoices.id)),
  );
}

export type LinkedInvoice = Awaited<ReturnType<typeof listLinkedInvoices>>[number];
