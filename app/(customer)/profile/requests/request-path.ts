import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { isUuid } from "@/lib/uuid";

/** Returns the path of a request's page, or of the list if the id is not valid. */
export const requestPath = (id: string): string =>
  isUuid(id) ? `/profile/requests/${id}` : "/profile/requests";

/**
 * Returns the page that showed the thread (the invoice's page, or the request's page without an invoice), and the path
 * of the thread on that page.
 */
export function threadPlace(requestId: string, invoiceId: string): { page: string; to: string } {
  const page = isUuid(invoiceId) ? invoicePath(invoiceId) : requestPath(requestId);
  return { page, to: isUuid(invoiceId) ? `${page}#questions` : page };
}
