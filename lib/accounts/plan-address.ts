import type { Channel } from "@/lib/preferences";
import type { AccountChange } from "./account-change";

export interface AddressState {
  email: string | null;
  pendingEmail: string | null;
  pendingSince: Date | null;
  pendingKeepsMember: boolean;
  /** The address last notified, also after it was removed. */
  formerAddress: string | null;
  isActivated: boolean;
}

export interface AddressPlan {
  /** Columns to write. */
  set: {
    email?: string | null;
    emailSource?: "api" | null;
    emailRecordedAt?: Date | null;
    pendingEmail?: string | null;
    pendingSince?: Date | null;
    pendingKeepsMember?: boolean;
  };
  then: "nothing" | "end_old_links" | "apply";
}

const CHANGES_NOTHING: AddressPlan = { set: {}, then: "nothing" };
const NOTHING_PENDING = { pendingEmail: null, pendingSince: null, pendingKeepsMember: false };

/**
 * What a supplier's word about the address does (R20, R21). Before the activation it simply replaces the address;
 * afterwards it waits for the next invoice, unless it is to take effect now. The present address again takes a waiting
 * change back; none removes address and waiting change, and the account is on the « no address » list (R4). On paper
 * nobody could be told of a new identifier: there every change waits (R22).
 */
export function planAddress(
  state: AddressState,
  change: Pick<AccountChange, "email" | "effective">,
  channel: Channel,
  at: Date,
): AddressPlan {
  const { email, effective } = change;
  if (email === undefined) return CHANGES_NOTHING;
  const isPending = state.pendingEmail !== null;
  if (email === state.email) return isPending ? { set: NOTHING_PENDING, then: "nothing" } : CHANGES_NOTHING;
  if (email === null)
    return {
      set: { email, emailSource: null, emailRecordedAt: null, ...NOTHING_PENDING },
      then: "end_old_links",
    };
  // The same person comes back to an address that was only removed: no second identifier.
  const isRestored = state.email === null && email === state.formerAddress;
  if (!state.isActivated || isRestored)
    return {
      set: { email, emailSource: "api", emailRecordedAt: at, ...NOTHING_PENDING },
      then: "nothing",
    };
  const then = effective === "now" && channel === "electronic" ? "apply" : "nothing";
  if (email === state.pendingEmail) return { set: {}, then };
  return { set: { pendingEmail: email, pendingSince: at, pendingKeepsMember: false }, then };
}
