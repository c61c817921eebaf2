import { decodeXml } from "@/lib/formats/decode-xml";
import { detectContainer } from "@/lib/formats/detect-container";
import { findInvoiceRoot } from "@/lib/formats/find-invoice-root";
import type { InvoiceSyntax } from "@/lib/formats/invoice-syntax";
import { openPdf } from "@/lib/formats/open-pdf";
import { parseXml } from "@/lib/formats/parse-xml";
import { readEmbeddedInvoice } from "@/lib/formats/read-embedded-invoice";
import { surveyPdf } from "@/lib/formats/survey-pdf";
import type { XmlElement } from "@/lib/formats/xml-element";

/** The invoice XML: the file itself, or the attachment of a hybrid PDF with its name; null for a PDF without one. */
export async function findInvoiceXml(
  file: Uint8Array,
): Promise<{ name: string | null; bytes: Uint8Array; root: XmlElement; syntax: InvoiceSyntax } | null> {
  if (detectContainer(file) === "pdf") {
    const { context, catalog } = await openPdf(file);
    return readEmbeddedInvoice(surveyPdf(context, catalog).attachments);
  }
  return { name: null, bytes: file, ...findInvoiceRoot(parseXml(decodeXml(file))) };
}
