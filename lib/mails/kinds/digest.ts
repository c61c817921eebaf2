import { z } from "zod";
import * as template from "@/emails/digest";
import { PreviewProps } from "@/emails/digest";
import { webLink } from "@/emails/mail-link";
import { sampleInvoice } from "@/emails/sample-frame";
import { defineMailKind } from "./define-mail-kind";
import { directLink } from "./notification-props";
import { mailSupplierSchema, queuedAccount, queuedDocument, queuedLink } from "./queued-parts";
import { sampleCreditNote } from "./sample-documents";

/** Lists, once a day, the invoices of an account that no earlier digest listed (R18 `digest`). */
export const digest = defineMailKind({
  kind: "digest",
  sentTo: "account",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    day: z.iso.date(),
    documents: z.array(queuedDocument),
    link: queuedLink,
    retentionMonths: z.number().int(),
  }),
  toProps: ({ account, day, documents, link, retentionMonths }, context) => {
    const allUrl = directLink(link.id, context);
    return {
      ...context.frame,
      ...account,
      day,
      documents: documents.map((one) => ({ ...one, openUrl: webLink(`${allUrl}#${one.invoiceId}`) })),
      allUrl,
      opensUntil: link.until,
      retentionMonths,
    };
  },
  template,
  samples: {
    "": PreviewProps,
    "one-invoice": { ...PreviewProps, documents: [sampleInvoice] },
    "two-currencies": {
      ...PreviewProps,
      documents: [
        { ...sampleCreditNote, number: "AV-2026-0414", currency: "GBP", totalWithVat: "20.00" },
        { ...sampleInvoice, number: "FT-2026-110620", currency: "GBP" },
        ...PreviewProps.documents.slice(1),
      ],
    },
  },
});
