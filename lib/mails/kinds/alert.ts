import { z } from "zod";
import * as template from "@/emails/alert";
import { PreviewProps } from "@/emails/alert";
import { ALERT_CHANGES, ALERT_CONDITIONS } from "@/lib/alert-conditions";
import { JOBS } from "@/lib/scheduled-jobs";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Tells an operator that a condition of the installation begins or ends (docs/alerts.md). */
export const alert = defineMailKind({
  kind: "alert",
  sentTo: "person",
  isUrgent: true,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    about: z.object({
      condition: z.enum(ALERT_CONDITIONS),
      job: z.enum(JOBS).nullable(),
      // Mails that were queued before have none.
      supplierName: z.string().nullable().default(null),
    }),
    change: z.enum(ALERT_CHANGES),
    beganAt: z.iso.datetime(),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  }),
  toProps: ({ about, change, beganAt, openedAt, closedAt }, { frame, portalPage }) => ({
    ...frame,
    contact: null,
    ...{ about, change, beganAt, openedAt, closedAt },
    healthUrl: portalPage("/console/health"),
  }),
  template,
  samples: {
    "": PreviewProps,
    closed: { ...PreviewProps, change: "closed", closedAt: "2026-11-23T09:20:00.000Z" },
    mails: { ...PreviewProps, about: { condition: "mails_waiting", job: null, supplierName: null } },
    webhook: { ...PreviewProps, about: { condition: "webhook_silent", job: null, supplierName: null } },
    storage: { ...PreviewProps, about: { condition: "storage_wrong", job: null, supplierName: null } },
    paused: {
      ...PreviewProps,
      about: { condition: "supplier_paused", job: null, supplierName: "Mobilize Lease&Co" },
    },
    ledger: { ...PreviewProps, about: { condition: "ledger_wrong", job: null, supplierName: null } },
  },
});
