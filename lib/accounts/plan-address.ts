import type { Channel } from "@/lib/preferences";
import type { AccountChange } from "./account-change";

/** Where an address comes from (R1). */
export type AddressSource = "api" | "import" | "adviser";

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
    emailSource?: AddressSource | null;
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
 * Decides the effect of an address sent by the supplier (R20, R21). Before the activation it replaces the address at
 * once; afterwards it waits for the next invoice, unless it must take effect now. The current address cancels a
 * waiting change; null removes address and waiting change and puts the account on the « no address » list (R4). On
 * the paper channel nobody could be told a new identifier, so every change waits (R22).
 */
export function planAddress(
  state: AddressState,
  change: Pick<AccountChange, "email" | "effective">,
  channel: Channel,
  source: AddressSource,
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
  // The person of an address that was removed gets access again when it is restored; no second identifier is created.
  const isRestored = state.email === null && email === state.formerAddress;
  if (!state.isActivated || isRestored)
    return {
      set: { email, emailSource: source, emailRecordedAt: at, ...NOTHING_PENDING },
      then: "nothing",
    };
  const then = effective === "now" && channel === "electronic" ? "apply" : "nothing";
  if (email === state.pendingEmail) return { set: {}, then };
  return { set: { pendingEmail: email, pendingSince: at, pendingKeepsMember: false }, then };
}
