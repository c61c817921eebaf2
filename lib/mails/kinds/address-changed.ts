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
  waitsInPause: "never",
  listedFor: "account",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    /** Further accounts whose address changed with it. */
    others: z.array(queuedAccount).default([]),
    changedOn: z.iso.date(),
    /**
     * Which of the two addresses this mail goes to; rows store it under this name. The mail to the former address must
     * not contain the new one (R21).
     */
    told: z.discriminatedUnion("address", [
      z.object({ address: z.literal("former"), keepsAccess: z.boolean() }),
      z.object({
        address: z.literal("new"),
        preference,
        /** The identifier that stays; null when an activation mail gives a new one. */
        identifier: z.string().nullable().default(null),
      }),
      /** To the account's other administrators. */
      z.object({ address: z.literal("administrator") }),
      /** The change was undone. `undone` is the mail to the new address, `restored` the one to the former address. */
      z.object({ address: z.literal("undone") }),
      z.object({ address: z.literal("restored") }),
    ]),
  }),
  toProps: ({ account, others, changedOn, told }, { frame }) => ({
    ...frame,
    ...account,
    others: others.map(({ companyName }) => companyName),
    changedOn,
    receiver: told,
  }),
  template,
  samples: {
    former: PreviewProps,
    "former-keeps-access": { ...PreviewProps, receiver: { address: "former", keepsAccess: true } },
    new: { ...PreviewProps, receiver: { address: "new", preference: "digest", identifier: null } },
    "new-known": {
      ...PreviewProps,
      others: ["Perce-Neige Frigo SARL"],
      receiver: { address: "new", preference: "digest", identifier: "paul.armoise" },
    },
    administrator: { ...PreviewProps, receiver: { address: "administrator" } },
    undone: { ...PreviewProps, receiver: { address: "undone" } },
    restored: { ...PreviewProps, receiver: { address: "restored" } },
  },
});
