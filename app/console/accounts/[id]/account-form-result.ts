import { getTranslations } from "next-intl/server";
import type { AccountFormResult } from "@/components/console/account/account-form-result";
import { NOTE_LENGTH } from "@/lib/accounts/one/notes/note-length";
import { LONGEST_REASON as LONGEST_OF_WITHDRAWAL } from "@/lib/deposits/longest-reason";
import type { Flash } from "@/lib/http/flash";
import { LONGEST_REASON as LONGEST_OF_VIEW } from "@/lib/sign-in/session/start-view-as";

const DONE = [
  "note_added",
  "note_removed",
  "saved",
  "unchanged",
  "link_sent",
  "block_lifted",
  "administrator",
  "disabled",
  "active",
  "resent",
  "missed",
  "activation",
  "withdrawn",
  "closing",
  "reopened",
  "address_recorded",
  "address_applied",
  "address_undone",
  "factor_reset",
] as const;
const REFUSED = [
  "not_found",
  "too_often",
  "note_missing",
  "note_too_long",
  "last_administrator",
  "notified",
  "disabled",
  "no_email",
  "address_stopped",
  "too_many_links",
  "closed",
  "paper",
  "no_address",
  "nothing_missed",
  "no_invoice_yet",
  "already_activated",
  "no_administrator",
  "address_bounced",
  "reason_missing",
  "reason_too_long",
  "invoice_missing",
  "invalid",
  "not_possible",
  "too_late",
] as const;

const findKnown = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

/**
 * Returns the result of the form that was sent last from the page. If it was refused, the result contains the name of
 * the form (`action`).
 */
export async function accountFormResult({ result, typed }: Flash): Promise<AccountFormResult> {
  const t = await getTranslations("console.account");
  const done = findKnown(DONE, result.done);
  const refused = findKnown(REFUSED, result.reason);
  const numbers = {
    length: NOTE_LENGTH,
    reasonLength: result.action === "view_as" ? LONGEST_OF_VIEW : LONGEST_OF_WITHDRAWAL,
  };
  const facts = {
    count: Number(result.count ?? 0),
    number: result.number ?? "",
    recipient: result.recipient ?? "",
  };
  return {
    done: done ? t(`done.${done}`, facts) : null,
    refused: (action) => (refused && result.action === action ? t(`refused.${refused}`, numbers) : null),
    invalidFields: (result.fields ?? "").split(" "),
    typed,
  };
}
