import { z } from "zod";
import * as template from "@/emails/attachment";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { latestEnd, MAILED_LINK_MINUTES } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { identifiedAccount, mailSupplierSchema } from "./queued-parts";

/** Asks the user of an identifier to confirm that another user may attach it to their own. */
export const attachment = defineMailKind({
  kind: "attachment",
  sentTo: "person",
  isUrgent: true,
  waitsInPause: "never",
  listedFor: "nobody",
  tokenPurpose: "attachment",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: identifiedAccount,
    asker: z.object({ identifier: z.string(), companyName: z.string() }),
    tokenId: z.guid(),
  }),
  toProps: ({ account, asker, tokenId }, { frame, queuedAt, deriveSecret, portalPage }) => ({
    ...frame,
    ...account,
    asker: { ...asker, companyName: nameInMail(asker.companyName) },
    validMinutes: MAILED_LINK_MINUTES,
    expiresBy: latestEnd("attachment", queuedAt).toISOString(),
    attachUrl: portalPage(`/profile/companies/attach/${deriveSecret("attachment", tokenId)}`),
  }),
  template,
});
