import { z } from "zod";
import * as template from "@/emails/expiry-warning";
import { PreviewProps } from "@/emails/expiry-warning";
import { defineMailKind } from "./define-mail-kind";
import { documentType, mailSupplierSchema, queuedAccount } from "./queued-parts";

/** Warns an account of invoices that will soon be removed and that none of its users has downloaded (R15). */
export const expiryWarning = defineMailKind({
  kind: "expiry_warning",
  sentTo: "account",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    /** The number of all these invoices; `documents` lists only the first. */
    count: z.number().int(),
    firstUntil: z.iso.date(),
    documents: z.array(z.object({ type: documentType, number: z.string(), keptUntil: z.iso.date() })),
  }),
  toProps: ({ account, count, firstUntil, documents }, { frame, portalPage }) => ({
    ...frame,
    ...account,
    count,
    firstUntil,
    documents,
    takeUrl: portalPage("/invoices/archive"),
  }),
  template,
  samples: {
    "": PreviewProps,
    one: {
      ...PreviewProps,
      count: 1,
      documents: PreviewProps.documents.slice(0, 1),
    },
  },
});
