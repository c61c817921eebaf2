import { z } from "zod";
import * as template from "@/emails/activation";
import { todayIn } from "@/lib/dates";
import { latestEnd } from "@/lib/tokens/life-spans";
import { defineMailKind } from "./define-mail-kind";
import { identifiedAccount, mailSupplierSchema } from "./queued-parts";

/** Gives the person notified of an account's invoices access to it (R2). */
export const activation = defineMailKind({
  kind: "activation",
  sentTo: "person",
  isUrgent: true,
  listedFor: "administrators",
  tokenPurpose: "activation",
  queued: z.object({ supplier: mailSupplierSchema, account: identifiedAccount, tokenId: z.guid() }),
  toProps: ({ supplier, account, tokenId }, { frame, queuedAt, deriveSecret, supplierPage }) => ({
    ...frame,
    ...account,
    passwordUrl: supplierPage(`/reset/${deriveSecret("activation", tokenId)}`),
    expiresOn: todayIn(supplier.timeZone, latestEnd("activation", queuedAt).getTime()),
    signInUrl: supplierPage(""),
  }),
  template,
});
