import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import type { ActingAdministrator } from "./acting-administrator";
import { changeColleague, type ChangedColleague } from "./change-colleague";
import { isNotificationAddress } from "./is-notification-address";
import { isPersonName, readPersonName } from "./person-name";

/**
 * Corrects a colleague's name and address. A new address is not proven, and what was proven with the old one ends
 * (trigger guard_proof). Only the supplier changes the address of the notified person (R20), and no other administrator
 * may take that address, because nobody could then remove their access. Another address needs fresh proof, because a
 * forgotten password is recovered through it; a mail tells the former address.
 */
export async function editUser(
  administrator: ActingAdministrator,
  id: string,
  typed: { name: string; email: string },
): Promise<ChangedColleague<"name_missing" | "name_invalid" | "email_invalid">> {
  const name = readPersonName(typed.name);
  const email = normalizeMailAddress(typed.email) || null;
  if (name === "") return { ok: false, reason: "name_missing" };
  if (!isPersonName(name)) return { ok: false, reason: "name_invalid" };
  if (email !== null && !isMailAddress(email)) return { ok: false, reason: "email_invalid" };
  const { viewer } = administrator;
  return changeColleague(administrator, id, async (colleague, tx) => {
    if (colleague.name === name && colleague.email === email) return null;
    const isMoved = colleague.role === "administrator" && colleague.email !== email;
    if (isMoved && (colleague.isNotified || (await isNotificationAddress(tx, viewer, email))))
      return "notified";
    return {
      set: { name, email },
      ...(colleague.email !== email && { givenAccess: "address_changed" as const }),
      action: "user_changed",
      details: {
        ...(colleague.name !== name && { name: { from: colleague.name, to: name } }),
        ...(colleague.email !== email && { email: { from: colleague.email, to: email } }),
      },
    };
  });
}
