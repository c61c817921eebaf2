import { z } from "zod";
import * as template from "@/emails/request-answered";
import { PreviewProps } from "@/emails/request-answered";
import { MESSAGE_OUTCOMES } from "@/lib/request-choices";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, queuedAccount, queuedRequestSubject } from "./queued-parts";

/** Tells a customer's user what the supplier answered to a request, or decided. */
export const requestAnswered = defineMailKind({
  kind: "request_answered",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    requestId: z.guid(),
    answeredAt: z.iso.datetime(),
    about: queuedRequestSubject,
    outcome: z.enum(MESSAGE_OUTCOMES).nullable(),
    /** Empty for an address that is not proven. */
    message: z.array(z.string()).readonly(),
    /** The account's adviser; null: the supplier's customer service. */
    adviser: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string() }).nullable(),
  }),
  toProps: ({ account, requestId, answeredAt, about, outcome, message, adviser }, context) => ({
    ...context.frame,
    ...account,
    contact: adviser ?? context.frame.contact,
    ...{ answeredAt, about, outcome, message },
    threadUrl: context.portalPage(`/profile/requests/${requestId}`),
  }),
  template,
  samples: {
    "": PreviewProps,
    "without-text": { ...PreviewProps, message: [] },
    accepted: {
      ...PreviewProps,
      about: { kind: "notification_change", topic: null, document: null, contract: null, vehicle: null },
      outcome: "accepted",
      message: [],
    },
    declined: {
      ...PreviewProps,
      about: { kind: "duplicate", topic: null, document: "FT-2024-080112", contract: null, vehicle: null },
      outcome: "declined",
      message: ["Cette facture n’a pas été émise par nos services."],
    },
    closed: { ...PreviewProps, outcome: "closed", message: [] },
    reopened: { ...PreviewProps, outcome: "reopened", message: [] },
  },
});
