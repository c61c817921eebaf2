import type { SendOutcome } from "./mail-transport";

/** Returns the outcome, the same for all transports, for a mail with a malformed address. */
export const refusedAddress = (address: "from" | "replyTo" | "to"): SendOutcome => ({
  kind: "refused",
  by: "portal",
  isAddressDead: address === "to",
  detail: `${address} is not one address`,
});
