import { z } from "zod";
import * as template from "@/emails/invitation";
import { todayIn } from "@/lib/dates";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { latestEnd } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Gives a colleague access to an account (R23). */
export const invitation = defineMailKind({
  kind: "invitation",
  sentTo: "person",
  isUrgent: false,
  listedFor: "administrators",
  tokenPurpose: "invitation",
  queued: z.object({
    supplier: mailSupplierSchema,
    companyName: z.string(),
    inviterName: z.string(),
    identifier: z.string(),
    tokenId: z.guid(),
  }),
  toProps: (queued, { frame, queuedAt, deriveSecret, supplierPage }) => ({
    ...frame,
    companyName: queued.companyName,
    // For an administrator without a name this is the identifier, which may be a mail address.
    inviterName: nameInMail(queued.inviterName),
    identifier: queued.identifier,
    passwordUrl: supplierPage(`/reset/${deriveSecret("invitation", queued.tokenId)}`),
    expiresOn: todayIn(queued.supplier.timeZone, latestEnd("invitation", queuedAt).getTime()),
    signInUrl: supplierPage(""),
  }),
  template,
});
