import { desc } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { LinkViewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { paymentWay, writtenAccount } from "@/lib/payment-means";

/** The invoices of a direct link that are still available, newest first. */
export async function listLinkedInvoices(viewer: LinkViewer) {
  const found = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: invoices.id,
        number: invoices.number,
        type: invoices.type,
        issuedOn: invoices.issuedOn,
        dueOn: invoices.dueOn,
        paymentMeans: invoices.paymentMeans,
        paymentAccount: invoices.paymentAccount,
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
  return found.map(({ paymentMeans, paymentAccount, ...invoice }) => {
    const payment = { type: invoice.type, paymentMeans, paymentAccount };
    return { ...invoice, paymentWay: paymentWay(payment), transferAccount: writtenAccount(payment) };
  });
}

export type LinkedInvoice = Awaited<ReturnType<typeof listLinkedInvoices>>[number];
