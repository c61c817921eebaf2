import { getTranslations } from "next-intl/server";
import type { ActionNews } from "@/components/console/account/action-news";
import { NOTE_LENGTH } from "@/lib/accounts/one/notes/note-length";
import type { Flash } from "@/lib/http/flash";
import { LONGEST_REASON } from "@/lib/sign-in/session/start-view-as";

const DONE = [
  "note_added",
  "note_removed",
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
  "reason_missing",
  "reason_too_long",
  "not_possible",
  "too_late",
] as const;

const findKnown = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

/** Says what became of the last form of the page; a refused form names itself with the fact `action`. */
export async function accountNews({ result, typed }: Flash): Promise<ActionNews> {
  const t = await getTranslations("console.account");
  const done = findKnown(DONE, result.done);
  const refused = findKnown(REFUSED, result.reason);
  const numbers = { length: NOTE_LENGTH, reasonLength: LONGEST_REASON };
  return {
    done: done ? t(`done.${done}`) : null,
    refused: (action) => (refused && result.action === action ? t(`refused.${refused}`, numbers) : null),
    typed,
  };
}
