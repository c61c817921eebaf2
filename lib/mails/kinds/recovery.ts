import { z } from "zod";
import * as template from "@/emails/recovery";
import { latestEnd, MAILED_LINK_MINUTES } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Sends a user who forgot a password or an identifier the link to choose a new password (R6). */
export const recovery = defineMailKind({
  kind: "recovery",
  sentTo: "person",
  isUrgent: true,
  waitsInPause: "never",
  listedFor: "nobody",
  tokenPurpose: "recovery",
  queued: z.object({ supplier: mailSupplierSchema, tokenId: z.guid(), requestedAt: z.iso.datetime() }),
  toProps: ({ tokenId, requestedAt }, { frame, queuedAt, deriveSecret, supplierPage }) => ({
    ...frame,
    requestedAt,
    validMinutes: MAILED_LINK_MINUTES,
    expiresBy: latestEnd("recovery", queuedAt).toISOString(),
    passwordUrl: supplierPage(`/reset/${deriveSecret("recovery", tokenId)}`),
  }),
  template,
});
