import type { InvoiceParty } from "@/lib/formats/invoice-reading";

/**
 * Returns the key of the seller; an invoice number is unique among the invoices with the same key. By law each taxable
 * person numbers its invoices in one chronological and continuous sequence, or in several distinct ones (CGI, annexe
 * II, art. 242 nonies A, I, 7°). So the key is the seller's SIREN, else its VAT number, else its name; a file that
 * names no seller counts as the supplier's own.
 */
export function sellerKey(seller: InvoiceParty | null): string {
  if (seller?.siren) return `siren:${seller.siren}`;
  if (seller?.vatNumber) return `vat:${seller.vatNumber.replace(/\s+/g, "").toUpperCase()}`;
  const name = seller?.name?.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return name ? `name:${name.slice(0, 200)}` : "supplier";
}
