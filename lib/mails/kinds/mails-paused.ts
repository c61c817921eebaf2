import { z } from "zod";
import * as template from "@/emails/mails-paused";
import { PreviewProps } from "@/emails/mails-paused";
import { HOUR_MS } from "@/lib/durations";
import { percentOf, PROVIDER_LIMITS, RATE_WINDOW_MS } from "@/lib/mails/sending-limits";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Tells a supplier's managers that its mails are paused, and why. */
export const mailsPaused = defineMailKind({
  kind: "mails_paused",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    cause: z.enum(["bounces", "complaints"]),
    sent: z.int(),
    bounced: z.int(),
    complained: z.int(),
    pausedAt: z.iso.datetime(),
  }),
  toProps: ({ cause, sent, bounced, complained, pausedAt }, { frame, portalPage }) => ({
    ...frame,
    contact: null,
    ...{ cause, sent, pausedAt, hours: RATE_WINDOW_MS / HOUR_MS },
    percent: percentOf(cause === "bounces" ? bounced : complained, sent),
    limit: PROVIDER_LIMITS[cause],
    deskUrl: portalPage("/console/deliveries"),
  }),
  template,
  samples: {
    "": PreviewProps,
    complaints: { ...PreviewProps, cause: "complaints", percent: 0.31, limit: 0.08 },
  },
});
