import { z } from "zod";
import * as template from "@/emails/activation";
import { PreviewProps } from "@/emails/activation";
import { todayIn } from "@/lib/dates";
import { latestEnd } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { identifiedAccount, mailSupplierSchema } from "./queued-parts";

/** Gives the person notified of an account's invoices access to it (R2). */
export const activation = defineMailKind({
  kind: "activation",
  sentTo: "person",
  isUrgent: true,
  waitsInPause: "first",
  listedFor: "administrators",
  tokenPurpose: "activation",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: identifiedAccount,
    /** Further accounts of the same address that its link opens. */
    others: z.array(identifiedAccount).default([]),
    tokenId: z.guid(),
  }),
  toProps: ({ supplier, account, others, tokenId }, { frame, queuedAt, deriveSecret, supplierPage }) => ({
    ...frame,
    ...account,
    others,
    passwordUrl: supplierPage(`/reset/${deriveSecret("activation", tokenId)}`),
    expiresOn: todayIn(supplier.timeZone, latestEnd("activation", queuedAt).getTime()),
    signInUrl: supplierPage(""),
  }),
  template,
  samples: {
    "": PreviewProps,
    several: {
      ...PreviewProps,
      others: [{ companyName: "Perce-Neige Frigo SARL", customerNumber: "204552", identifier: "k7mp-4xqd" }],
    },
  },
});
