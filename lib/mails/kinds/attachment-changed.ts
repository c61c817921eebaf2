import { z } from "zod";
import * as template from "@/emails/attachment-changed";
import { PreviewProps } from "@/emails/attachment-changed";
import { defineMailKind } from "./define-mail-kind";
import { identifiedAccount, mailSupplierSchema } from "./queued-parts";

/** Tells both sides that an identifier was attached or detached (security T29). */
export const attachmentChanged = defineMailKind({
  kind: "attachment_changed",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: identifiedAccount,
    change: z.enum(["attached", "detached"]),
    /**
     * The identifiers of the other side. Empty in a mail to an address that is not proven, which names no other
     * person.
     */
    others: z.array(z.string()),
    changedAt: z.iso.datetime(),
  }),
  toProps: ({ account, change, others, changedAt }, { frame, supplierPage }) => ({
    ...frame,
    ...account,
    ...{ change, others, changedAt },
    recoverUrl: supplierPage("/recover"),
  }),
  template,
  samples: {
    "": PreviewProps,
    detached: { ...PreviewProps, change: "detached" },
    "not-named": { ...PreviewProps, others: [] },
  },
});
