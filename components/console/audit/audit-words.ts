import { getTranslations } from "next-intl/server";
import { fieldsInWords } from "@/components/console/account/timeline/fields-in-words";
import type { SupplierJournalEntry } from "@/lib/audit/list-supplier-journal";

export type JournalWords = Awaited<ReturnType<typeof journalWords>>;

/** The messages that describe the entries of a supplier's journal. */
export async function journalWords() {
  const [audit, journal, timeline] = await Promise.all([
    getTranslations("console.audit"),
    getTranslations("admin.journal"),
    getTranslations("console.account.timeline"),
  ]);
  return { audit, journal, timeline };
}

/** An entry in words: who acted and their name ("" for none), what they did, and its details ("" for none). */
export function auditWords(
  { action, actor, about, invoiceNumber, fields, apiKey, reason }: SupplierJournalEntry,
  { audit, journal, timeline }: JournalWords,
): { who: string; name: string; what: string; details: string } {
  const sentence = `actions.${action}` as "actions.signed_in";
  return {
    who:
      actor.kind === "user" ? actor.identifier : actor.kind === "key" ? audit("key", actor) : audit("portal"),
    name: actor.kind === "user" ? actor.name : "",
    what: journal.has(sentence) ? journal(sentence, { about: about ?? "" }) : audit("other", { action }),
    details: [
      invoiceNumber,
      fieldsInWords(fields, timeline),
      apiKey,
      reason !== null && timeline("reason", { reason }),
    ]
      .filter(Boolean)
      .join(", "),
  };
}
