import type { InvoiceParty } from "@/lib/formats/invoice-reading";

/** The key of a document that names no seller, and so counts as the supplier's own. */
export const NO_SELLER = "supplier";

/**
 * Returns the key of the seller: the last check that no two documents of one seller have the same number. By law each
 * taxable person numbers its invoices in one chronological and continuous sequence, or in several distinct ones (CGI,
 * annexe II, art. 242 nonies A, I, 7°). It is the seller's SIREN, else its VAT number, else its name. Documents that
 * write the same seller in different ways are recognised by `isSameSeller`.
 */
export function sellerKey(seller: InvoiceParty | null): string {
  if (seller?.siren) return `siren:${seller.siren}`;
  if (seller?.vatNumber) return `vat:${seller.vatNumber.replace(/\s+/g, "").toUpperCase()}`;
  const name = seller?.name?.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return name ? `name:${name.slice(0, 200)}` : NO_SELLER;
}
