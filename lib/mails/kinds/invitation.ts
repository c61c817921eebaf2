import { z } from "zod";
import * as template from "@/emails/invitation";
import { PreviewProps } from "@/emails/invitation";
import { todayIn } from "@/lib/dates";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { STAFF_ROLES } from "@/lib/roles";
import { latestEnd } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

/** Gives a colleague access to an account (R23), or a member of staff access to the console. */
export const invitation = defineMailKind({
  kind: "invitation",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "administrators",
  tokenPurpose: "invitation",
  queued: z.object({
    supplier: mailSupplierSchema,
    companyName: z.string(),
    inviterName: z.string(),
    /** The role in the console of a member of staff; absent for a user of a customer. */
    role: z.enum(STAFF_ROLES).optional(),
    identifier: z.string(),
    tokenId: z.guid(),
  }),
  toProps: (queued, { frame, queuedAt, deriveSecret, supplierPage }) => ({
    ...frame,
    companyName: queued.companyName,
    // For an inviter without a name this is the identifier, which may be a mail address.
    inviterName: nameInMail(queued.inviterName),
    role: queued.role ?? null,
    identifier: queued.identifier,
    passwordUrl: supplierPage(`/reset/${deriveSecret("invitation", queued.tokenId)}`),
    expiresOn: todayIn(queued.supplier.timeZone, latestEnd("invitation", queuedAt).getTime()),
    signInUrl: supplierPage(""),
  }),
  template,
  samples: {
    "": PreviewProps,
    staff: { ...PreviewProps, companyName: PreviewProps.supplier.name, role: "manager" },
    operator: { ...PreviewProps, companyName: "E-Facture", inviterName: "E-Facture", role: "operator" },
  },
});
