import { z } from "zod";
import * as template from "@/emails/request-message";
import { PreviewProps } from "@/emails/request-message";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, queuedAccount, queuedAsker, queuedRequestSubject } from "./queued-parts";

/** Sends a customer's question, or a further message of a thread, to the person who answers it. */
export const requestMessage = defineMailKind({
  kind: "request_message",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    requestId: z.guid(),
    writtenAt: z.iso.datetime(),
    isReply: z.boolean(),
    about: queuedRequestSubject,
    asker: queuedAsker,
    message: z.array(z.string()).readonly(),
  }),
  toProps: ({ account, requestId, writtenAt, isReply, about, asker, message }, { frame, portalPage }) => ({
    ...frame,
    contact: null,
    ...account,
    ...{ writtenAt, isReply, about, message },
    asker: { ...asker, name: nameInMail(asker.name) },
    threadUrl: portalPage(`/console/requests/${requestId}`),
  }),
  template,
  // The adviser can write to the user directly, if the user's address is known.
  replyTo: ({ asker }) => asker.email,
  samples: {
    "": PreviewProps,
    reply: {
      ...PreviewProps,
      isReply: true,
      about: { kind: "question", topic: "other", document: null, contract: null, vehicle: null },
      asker: { ...PreviewProps.asker, name: "", role: "member", email: null, isEmailProven: false },
    },
  },
});
