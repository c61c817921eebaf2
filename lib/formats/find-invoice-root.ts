import { FormatRefusal } from "@/lib/formats/format-refusal";
import { type InvoiceSyntax, syntaxOf } from "@/lib/formats/invoice-syntax";
import type { XmlElement } from "@/lib/formats/xml-element";

/** The number of levels searched for the invoice in an envelope, for example a business document in a SOAP body. */
const DEEPEST = 6;

/**
 * The invoice of an XML document: its root, or the one invoice inside an envelope such as a Standard Business Document.
 * Refuses a document without an invoice, and an envelope of several.
 */
export function findInvoiceRoot(root: XmlElement): { root: XmlElement; syntax: InvoiceSyntax } {
  let level = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const found = level.flatMap((element) => {
      const syntax = syntaxOf(element);
      return syntax === null ? [] : [{ root: element, syntax }];
    });
    if (found.length > 1) throw new FormatRefusal("unknown_root", `${found.length} invoices in one file`);
    if (found[0]) return found[0];
    level = level.flatMap((element) => element.children);
  }
  throw new FormatRefusal("unknown_root", root.name.slice(0, 80));
}
