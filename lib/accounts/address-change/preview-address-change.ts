import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findMailServers } from "@/lib/mails/find-mail-servers";
import { type AddressWarning, addressWarnings } from "./address-warnings";
import { type ChangeFacts, findChangeFacts } from "./find-change-facts";
import type { AddressChangeForm } from "./read-address-change";

/** What a change of address will do, to read before it is confirmed. Plain values: they travel in a form's answer. */
export interface AddressChangePreview {
  email: string;
  effective: "next_invoice" | "now";
  person: "same" | "other";
  keepsMember: boolean;
  others: ChangeFacts["others"];
  /** The person who is notified today. */
  notified: string | null;
  /** Somebody of the account who has the new address already. */
  existingUser: ChangeFacts["existingUser"];
  otherAdministrators: number;
  missed: number;
  /** When it takes effect; `after_paper`: once the customer leaves paper, because until then no activation is mailed. */
  when: "at_once" | "next_invoice" | "first_invoice" | "after_paper";
  warnings: AddressWarning[];
  /** The domain that was probably meant. */
  suggestion: string | null;
}

export type PreviewedChange =
  | { ok: true; preview: AddressChangePreview }
  | { ok: false; reason: "not_found" | "closed" | "same_address" };

/** Says what a change of address will do, without doing it. Asks the DNS outside any transaction. */
export async function previewAddressChange(
  viewer: StaffUser,
  accountId: string,
  form: AddressChangeForm,
): Promise<PreviewedChange> {
  const facts = await withViewer(viewer, (tx) => findChangeFacts(tx, viewer, accountId, form.email));
  if (!facts) return { ok: false, reason: "not_found" };
  const { account, others, notified, existingUser, otherAdministrators, missed } = facts;
  if (account.state === "closed") return { ok: false, reason: "closed" };
  if (account.email === form.email) return { ok: false, reason: "same_address" };
  const { email, effective, person, keepsMember } = form;
  const { warnings, suggestion } = addressWarnings(email, facts.usedBefore);
  const servers = await findMailServers(email);
  const takesNoMail = servers !== "unknown" && servers.length === 0;
  return {
    ok: true,
    preview: {
      ...{ email, effective, person, keepsMember, others, notified, existingUser },
      ...{ otherAdministrators, missed, suggestion },
      when: whenOf(account, effective, missed),
      warnings: takesNoMail ? ["no_mail_server", ...warnings] : warnings,
    },
  };
}

function whenOf(
  { channel, hasActivation }: ChangeFacts["account"],
  effective: "next_invoice" | "now",
  missed: number,
): AddressChangePreview["when"] {
  if (channel === "paper") return "after_paper";
  if (effective === "now" && (hasActivation || missed > 0)) return "at_once";
  return hasActivation ? "next_invoice" : "first_invoice";
}
