import { z } from "zod";
import * as template from "@/emails/request-made";
import { PreviewProps } from "@/emails/request-made";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, preference, queuedAccount, queuedAsker, queuedRequest } from "./queued-parts";
import { sampleDuplicateRequest } from "./sample-documents";

/** Sends a customer's request to the account's adviser (R15, R20). */
export const requestMade = defineMailKind({
  kind: "request_made",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    askedAt: z.iso.datetime(),
    asked: queuedRequest,
    asker: queuedAsker,
    present: z.object({ address: z.string().nullable(), preference }),
  }),
  toProps: ({ account, askedAt, asked, asker, present }, { frame }) => ({
    ...frame,
    contact: null,
    ...account,
    askedAt,
    asked,
    asker: { ...asker, name: nameInMail(asker.name) },
    present,
  }),
  template,
  // The adviser replies to the user directly, if the user's address is known.
  replyTo: ({ asker }) => asker.email,
  samples: {
    "": PreviewProps,
    duplicate: {
      ...PreviewProps,
      asked: sampleDuplicateRequest,
      asker: { ...PreviewProps.asker, role: "member", email: null, isEmailProven: false },
    },
  },
});
