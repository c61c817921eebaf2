import { z } from "zod";
import * as template from "@/emails/sender-domain-lost";
import { PreviewProps } from "@/emails/sender-domain-lost";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Tells a supplier's managers that its mails no longer leave from its own domain. */
export const senderDomainLost = defineMailKind({
  kind: "sender_domain_lost",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({ supplier: mailSupplierSchema, domain: z.string(), sendsFrom: z.string() }),
  toProps: ({ domain, sendsFrom }, { frame, portalPage }) => ({
    ...frame,
    contact: null,
    ...{ domain, sendsFrom },
    settingsUrl: portalPage("/console/settings/mails"),
  }),
  template,
  samples: { "": PreviewProps },
});
