import type { SendOutcome } from "./transport";

/** What every transport says of a mail that has no such one address. */
export const refusedAddress = (address: "from" | "replyTo" | "to"): SendOutcome => ({
  kind: "refused",
  reason: `${address} is not one address`,
  isRecipientToBlame: address === "to",
});
