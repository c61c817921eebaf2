import type { getTranslations } from "next-intl/server";
import type { JournalRow } from "@/components/admin/journal-page";
import type { JournalEntry } from "@/lib/audit/list-journal";
import { personLabel } from "@/lib/person-label";

type Words = Awaited<ReturnType<typeof getTranslations<"admin.journal">>>;

/** Returns a journal entry as text: the person and the action. */
export function journalRow({ id, at, action, actor, about }: JournalEntry, t: Words): JournalRow {
  return {
    id,
    at,
    who: actor.kind === "user" ? actor.identifier : t(actor.kind),
    name: actor.kind === "user" ? actor.name : "",
    what: t(`actions.${action}`, { about: about ? personLabel(about) : "" }),
  };
}
