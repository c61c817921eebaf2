import { z } from "zod";
import * as template from "@/emails/address-changed";
import { PreviewProps } from "@/emails/address-changed";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, preference, queuedAccount } from "./queued-parts";

/** Tells the former and the new notification address of an account that it changed (R21). */
export const addressChanged = defineMailKind({
  kind: "address_changed",
  sentTo: "person",
  isUrgent: false,
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    changedOn: z.iso.date(),
    /**
     * Which of the two addresses this mail goes to; rows store it under this name. The mail to the former address must
     * not contain the new one (R21).
     */
    told: z.discriminatedUnion("address", [
      z.object({ address: z.literal("former"), keepsAccess: z.boolean() }),
      z.object({ address: z.literal("new"), preference }),
    ]),
  }),
  toProps: ({ account, changedOn, told }, { frame }) => ({ ...frame, ...account, changedOn, receiver: told }),
  template,
  samples: {
    former: PreviewProps,
    "former-keeps-access": { ...PreviewProps, receiver: { address: "former", keepsAccess: true } },
    new: { ...PreviewProps, receiver: { address: "new", preference: "digest" } },
  },
});
