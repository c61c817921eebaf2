import { z } from "zod";
import type { WebLink } from "@/emails/mail-link";
import { mailSupplierSchema, queuedAccount, queuedDocument, queuedLink } from "./queued-parts";
import type { RenderContext } from "./render-context";

/** What both mails about one invoice store. */
export const queuedNotification = z.object({
  supplier: mailSupplierSchema,
  account: queuedAccount,
  document: queuedDocument,
  link: queuedLink.nullable(),
});

/** What their templates share: the document, and where its link leads (R19). */
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

/** The address that shows invoices without signing in. */
export function directLink(linkId: string, { portalPage, secretOf }: RenderContext): WebLink {
  return portalPage(`/d/${secretOf("link", linkId)}`);
}
