import { decodeXml } from "@/lib/formats/decode-xml";
import { detectContainer } from "@/lib/formats/detect-container";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { type InvoiceSyntax, syntaxOf } from "@/lib/formats/invoice-syntax";
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
    const embedded = readEmbeddedInvoice(surveyPdf(context, catalog).attachments);
    return embedded && { ...embedded, syntax: "cii" };
  }
  const root = parseXml(decodeXml(file));
  const syntax = syntaxOf(root);
  if (syntax === null) throw new FormatRefusal("unknown_root", root.name.slice(0, 80));
  return { name: null, bytes: file, root, syntax };
}
