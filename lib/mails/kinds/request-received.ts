import { z } from "zod";
import * as template from "@/emails/request-received";
import { PreviewProps } from "@/emails/request-received";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, queuedAccount, queuedRequest } from "./queued-parts";
import { sampleDuplicateRequest } from "./sample-documents";

/** Confirms a request to the user who made it. */
export const requestReceived = defineMailKind({
  kind: "request_received",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    askedAt: z.iso.datetime(),
    asked: queuedRequest,
  }),
  toProps: ({ account, askedAt, asked }, { frame }) => ({ ...frame, ...account, askedAt, asked }),
  template,
  samples: {
    "": PreviewProps,
    duplicate: { ...PreviewProps, asked: sampleDuplicateRequest },
  },
});
