import type { InvoiceDetail, LinkedDocument } from "@/components/invoices/invoice-detail";
import type { InvoiceDetails, LinkedInvoice } from "@/lib/invoices/get-invoice";

export function invoiceDetail(invoice: InvoiceDetails, supplierName: string): InvoiceDetail {
  const { currency, totalWithVatMinor, totalWithoutVatMinor } = invoice;
  return {
    ...invoice,
    totalWithVat: { minor: totalWithVatMinor, currency },
    totalWithoutVat: totalWithoutVatMinor === null ? null : { minor: totalWithoutVatMinor, currency },
    creditedBy: invoice.correctedBy.map(linkedDocument),
    credits: invoice.corrects.map(({ number, issuedOn, found }) =>
      found ? linkedDocument(found) : { id: null, number, issuedOn, totalWithVat: null },
    ),
    history: [
      {
        kind: "deposited",
        at: invoice.depositedAt.getTime(),
        by: supplierName,
        ledgerEntry: invoice.sequence.toString(),
      },
    ],
  };
}

function linkedDocument(linked: LinkedInvoice): LinkedDocument {
  return {
    id: linked.id,
    number: linked.number,
    issuedOn: linked.issuedOn,
    totalWithVat: { minor: linked.totalWithVatMinor, currency: linked.currency },
  };
}
