import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { isUuid } from "@/lib/uuid";
import { ADDRESS_WARNINGS, type AddressWarning } from "./address-warnings";

/** The form of a change of address, as it was typed. */
export interface TypedAddressChange {
  email: string;
  askedBy: string;
  effective: "next_invoice" | "now";
  /** Whether the new address belongs to the person notified today or to another person. */
  person: "same" | "other";
  keepsMember: boolean;
  /** The ids of further accounts to change. */
  others: readonly string[];
  confirmed: readonly string[];
}

export const ASKED_BY_LENGTH = 200;

export interface AddressChangeForm extends TypedAddressChange {
  confirmed: readonly AddressWarning[];
}

/** Cleans and checks what was typed. */
export function readAddressChange(
  typed: TypedAddressChange,
):
  | { ok: true; form: AddressChangeForm }
  | { ok: false; reason: "email_invalid" | "asked_by_missing" | "too_long" } {
  const email = normalizeMailAddress(typed.email);
  const askedBy = cleanText(typed.askedBy).trim();
  if (!isMailAddress(email)) return { ok: false, reason: "email_invalid" };
  if (askedBy === "") return { ok: false, reason: "asked_by_missing" };
  if (askedBy.length > ASKED_BY_LENGTH) return { ok: false, reason: "too_long" };
  return {
    ok: true,
    form: {
      ...typed,
      email,
      askedBy,
      // The same person gets a new identity in place of the former one, which therefore does not stay as a member.
      keepsMember: typed.keepsMember && typed.person === "other",
      others: [...new Set(typed.others.filter(isUuid))],
      confirmed: ADDRESS_WARNINGS.filter((warning) => typed.confirmed.includes(warning)),
    },
  };
}
