import type { DocumentKind, InvoiceDetail } from "@/components/invoices/invoice-detail";
import type { InvoiceDetails, LinkedInvoice } from "@/lib/invoices/get-invoice";

export function invoiceDetail(invoice: InvoiceDetails, supplierName: string): InvoiceDetail {
  const { currency, totalWithVatMinor, totalWithoutVatMinor } = invoice;
  return {
    ...invoice,
    kind: documentKind(invoice),
    totalWithVat: { minor: totalWithVatMinor, currency },
    totalWithoutVat: totalWithoutVatMinor === null ? null : { minor: totalWithoutVatMinor, currency },
    corrections: invoice.correctedBy.map((correction) => ({
      ...correction,
      kind: documentKind(correction),
      totalWithVat: { minor: correction.totalWithVatMinor, currency: correction.currency },
    })),
    corrects: invoice.corrects.map(({ number, issuedOn, found }) => ({
      id: found?.id ?? null,
      number,
      issuedOn: found?.issuedOn ?? issuedOn,
    })),
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

/** An invoice may name preceding ones without correcting them, as a final invoice does its instalments (BG-3). */
function documentKind({ type, typeCode }: Pick<LinkedInvoice, "type" | "typeCode">): DocumentKind {
  if (type === "credit_note") return "credit_note";
  return typeCode === "384" ? "corrective_invoice" : "invoice";
}
