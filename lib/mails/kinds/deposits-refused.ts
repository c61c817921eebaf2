import { z } from "zod";
import * as template from "@/emails/deposits-refused";
import { PreviewProps } from "@/emails/deposits-refused";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Tells a supplier's managers that files were refused (docs/alerts.md). */
export const depositsRefused = defineMailKind({
  kind: "deposits_refused",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({ supplier: mailSupplierSchema, count: z.int(), firstAt: z.iso.datetime() }),
  toProps: ({ count, firstAt }, { frame, portalPage }) => ({
    ...frame,
    contact: null,
    ...{ count, firstAt, depositsUrl: portalPage("/console/deposits") },
  }),
  template,
  samples: { "": PreviewProps, one: { ...PreviewProps, count: 1 } },
});
