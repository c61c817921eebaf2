import { z } from "zod";
import { webLink } from "@/emails/mail-link";
import * as template from "@/emails/missed-invoices";
import { PreviewProps } from "@/emails/missed-invoices";
import { defineMailKind } from "./define-mail-kind";
import { directLink } from "./notification-props";
import { mailSupplierSchema, queuedAccount, queuedDocument, queuedLink } from "./queued-parts";

/** Lists the invoices of an account whose mails did not arrive, when the supplier's staff send them again. */
export const missedInvoices = defineMailKind({
  kind: "missed_invoices",
  sentTo: "account",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    documents: z.array(queuedDocument),
    link: queuedLink.nullable(),
    retentionMonths: z.number().int(),
  }),
  toProps: ({ account, documents, link, retentionMonths }, context) => {
    const allUrl = link ? directLink(link.id, context) : context.portalPage("/invoices");
    return {
      ...context.frame,
      ...account,
      documents: documents.map((one) => ({
        ...one,
        openUrl: link
          ? webLink(`${allUrl}#${one.invoiceId}`)
          : context.portalPage(`/invoices/${one.invoiceId}`),
      })),
      allUrl,
      opensUntil: link?.until ?? null,
      retentionMonths,
    };
  },
  template,
  samples: { "": PreviewProps, "sign-in": { ...PreviewProps, opensUntil: null } },
});
