import type { SendOutcome } from "./mail-transport";

/** The outcome of every transport for a mail one of whose addresses is malformed. */
export const refusedAddress = (address: "from" | "replyTo" | "to"): SendOutcome => ({
  kind: "refused",
  by: "portal",
  isAddressDead: address === "to",
  detail: `${address} is not one address`,
});
