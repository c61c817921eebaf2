import { z } from "zod";
import type { WebLink } from "@/emails/mail-link";
import { mailSupplierSchema, queuedAccount, queuedDocument, queuedLink } from "./queued-parts";
import type { RenderContext } from "./render-context";

/** The stored data common to both kinds of mail about one invoice. */
export const queuedNotification = z.object({
  supplier: mailSupplierSchema,
  account: queuedAccount,
  document: queuedDocument,
  link: queuedLink.nullable(),
});

/** Returns the props common to their templates: the document, and the target of its link (R19). */
export function notificationProps(
  { account, document, link }: z.infer<typeof queuedNotification>,
  context: RenderContext,
) {
  return {
    ...context.frame,
    ...account,
    document: {
      ...document,
      openUrl: link ? directLink(link.id, context) : context.portalPage(`/invoices/${document.invoiceId}`),
    },
    opening: link ? ({ through: "direct", until: link.until } as const) : ({ through: "sign_in" } as const),
    keptUntil: document.keptUntil,
  };
}

/** Returns the URL that shows invoices without signing in. */
export function directLink(linkId: string, { portalPage, deriveSecret }: RenderContext): WebLink {
  return portalPage(`/d/${deriveSecret("link", linkId)}`);
}
