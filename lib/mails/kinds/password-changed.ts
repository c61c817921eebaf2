import { z } from "zod";
import * as template from "@/emails/password-changed";
import { PreviewProps } from "@/emails/password-changed";
import { defineMailKind } from "./define-mail-kind";
import { identifiedAccount, mailSupplierSchema } from "./queued-parts";

/** Reports a change of password, so that the user notices a change they did not make. */
export const passwordChanged = defineMailKind({
  kind: "password_changed",
  sentTo: "person",
  isUrgent: true,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    accounts: z.array(identifiedAccount),
    changedAt: z.iso.datetime(),
  }),
  toProps: ({ accounts, changedAt }, { frame, supplierPage }) => ({
    ...frame,
    accounts,
    changedAt,
    recoverUrl: supplierPage("/recover"),
  }),
  template,
  samples: {
    "": PreviewProps,
    several: {
      ...PreviewProps,
      accounts: [
        ...PreviewProps.accounts,
        { companyName: "Ateliers du Grand-Large SARL", identifier: "k7m-4pq" },
      ],
    },
  },
});
