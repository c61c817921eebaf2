import { z } from "zod";
import * as template from "@/emails/access-changed";
import { PreviewProps } from "@/emails/access-changed";
import { ACCESS_CHANGES, FACTOR_CHANGES, STAFF_CHANGES } from "@/lib/access-changes";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema } from "./queued-parts";

const OWN = { ...PreviewProps, isYours: true, identifier: "noe.vasseur@perce-neige.example" };

/**
 * Tells the administrators of an account, or the managers of a supplier, and the user concerned, that an access changed
 * (security T29).
 */
export const accessChanged = defineMailKind({
  kind: "access_changed",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "never",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    companyName: z.string(),
    change: z.enum([...ACCESS_CHANGES, ...FACTOR_CHANGES, ...STAFF_CHANGES]),
    isYours: z.boolean(),
    /** Null in the mail to an address that is not proven: that mail names no other person. */
    identifier: z.string().nullable(),
    by: z.object({ name: z.string(), identifier: z.string() }).nullable(),
    changedAt: z.iso.datetime(),
  }),
  toProps: ({ by, companyName, change, isYours, identifier, changedAt }, { frame, supplierPage }) => ({
    ...frame,
    ...{ companyName, change, isYours, identifier, changedAt },
    by: by && { ...by, name: nameInMail(by.name) },
    recoverUrl: supplierPage("/recover"),
  }),
  template,
  samples: {
    "": PreviewProps,
    several: { ...PreviewProps, change: "users_added", identifier: null },
    administrator: { ...PreviewProps, change: "administrator_named" },
    "own-address": { ...OWN, change: "address_changed", by: null },
    given: { ...OWN, change: "access_given" },
    "second-factor": { ...OWN, change: "recovery_code_used", by: null },
    staff: { ...PreviewProps, companyName: PreviewProps.supplier.name, change: "staff_invited" },
    "own-staff": { ...OWN, companyName: PreviewProps.supplier.name, change: "staff_made_manager" },
    restored: { ...PreviewProps, change: "access_restored", by: { name: "", identifier: "k7m-4pq" } },
  },
});
