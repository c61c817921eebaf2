import * as template from "@/emails/notification-link";
import { PreviewProps } from "@/emails/notification-link";
import { defineMailKind } from "./define-mail-kind";
import { notificationProps, queuedNotification } from "./notification-props";
import { sampleCreditNote } from "./sample-documents";

/** Notifies an account of one invoice, with a link to it (R18 `link`). */
export const notificationLink = defineMailKind({
  kind: "notification_link",
  sentTo: "account",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "account",
  queued: queuedNotification,
  toProps: notificationProps,
  template,
  samples: {
    "": PreviewProps,
    "direct-credit-note": {
      ...PreviewProps,
      document: sampleCreditNote,
      opening: { through: "direct", until: "2027-02-23" },
    },
  },
});
