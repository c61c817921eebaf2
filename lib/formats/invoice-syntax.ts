import type { XmlElement } from "@/lib/formats/xml-element";

export type InvoiceSyntax = "cii" | "ubl" | "ubl-credit-note";

/** Root elements, identified by namespace and local name together. */
const ROOTS: Readonly<Record<string, InvoiceSyntax>> = {
  // UN/CEFACT Cross Industry Invoice D16B, and the draft ZUGFeRD 1 was built on.
  "{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice": "cii",
  "{urn:ferd:CrossIndustryDocument:invoice:1p0}CrossIndustryDocument": "cii",
  // OASIS UBL 2.1.
  "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "ubl",
  "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "ubl-credit-note",
};

/** The namespaces of the roots: a text that contains none of them is not an invoice. */
export const ROOT_NAMESPACES: readonly string[] = Object.keys(ROOTS).map((root) =>
  root.slice(1, root.indexOf("}")),
);

/** Which invoice syntax the document is written in, null when it is not an invoice. */
export function syntaxOf(root: XmlElement): InvoiceSyntax | null {
  const key = `{${root.namespace}}${root.name}`;
  return Object.hasOwn(ROOTS, key) ? (ROOTS[key] ?? null) : null;
}
