import { readText, type XmlElement } from "@/lib/formats/xml-element";

/** Whether the amount at the path is in the invoice's currency: UBL may repeat VAT in the accounting currency (BT-6). */
export function isInCurrency(element: XmlElement, path: string, currency: string | null): boolean {
  const written = readText(element, `${path}/@currencyID`);
  return written === null || currency === null || written === currency;
}
