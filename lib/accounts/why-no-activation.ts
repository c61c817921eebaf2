import type { AddressState } from "@/lib/mails/deliveries/delivery-event";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import type { Channel } from "@/lib/preferences";

export type NoActivation =
  | "closed"
  | "paper"
  | "no_address"
  /** The first mail is sent with the first invoice (R2). */
  | "no_invoice_yet"
  | "already_activated"
  /** The administrator at the notification address was deactivated, or is somebody else now. */
  | "no_administrator"
  | "address_bounced";

interface Account {
  state: "open" | "closing" | "closed";
  channel: Channel;
  email: string | null;
  activationQueuedAt: Date | null;
}

/** The reason why an account's activation mail is not sent once more; null when it may be. */
export function whyNoActivation(
  account: Account,
  administrator: { passwordChangedAt: Date | null } | undefined,
  addressState: AddressState | null,
): NoActivation | null {
  const why = whyNotMailable(account);
  if (why) return why;
  if (account.activationQueuedAt === null) return "no_invoice_yet";
  if (!administrator) return "no_administrator";
  if (administrator.passwordChangedAt) return "already_activated";
  return addressState === "bounced" ? "address_bounced" : null;
}
