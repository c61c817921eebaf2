import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { isUuid } from "@/lib/uuid";

/** Returns the path of a request's page, or of the list if the id is not valid. */
export const requestPath = (id: string): string =>
  isUuid(id) ? `/profile/requests/${id}` : "/profile/requests";

/** Returns the page on which a thread was read, and the place on it: the invoice's, or the request's own. */
export function threadPlace(requestId: string, invoiceId: string): { page: string; to: string } {
  const page = isUuid(invoiceId) ? invoicePath(invoiceId) : requestPath(requestId);
  return { page, to: isUuid(invoiceId) ? `${page}#questions` : page };
}
