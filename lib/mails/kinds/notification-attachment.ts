import * as template from "@/emails/notification-attachment";
import { PreviewProps } from "@/emails/notification-attachment";
import { sampleInvoice } from "@/emails/sample-frame";
import { defineMailKind } from "./define-mail-kind";
import { notificationProps, queuedNotification } from "./notification-props";
import { queuedOriginal } from "./queued-parts";

/** Notifies an account of one invoice, with its file attached (R18 `attachment`). */
export const notificationAttachment = defineMailKind({
  kind: "notification_attachment",
  sentTo: "account",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: queuedNotification.extend({ original: queuedOriginal }),
  toProps: (queued, context) => ({ ...notificationProps(queued, context), original: queued.original }),
  template,
  samples: {
    "": PreviewProps,
    "too-large": {
      ...PreviewProps,
      document: {
        ...sampleInvoice,
        payment: { way: "transfer", account: "FR76 3000 6000 0112 3456 7890 189" },
      },
      original: { fileName: "FT-2026-110610.pdf", bytes: 12_340_000, isAttached: false },
      opening: { through: "direct", until: "2027-02-23" },
    },
  },
});
