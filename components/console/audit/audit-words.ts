import { getTranslations } from "next-intl/server";
import { fieldsInWords } from "@/components/console/account/timeline/fields-in-words";
import type { SupplierJournalEntry } from "@/lib/audit/list-supplier-journal";

export type JournalWords = Awaited<ReturnType<typeof journalWords>>;

/** The messages that describe the entries of a supplier's journal. */
export async function journalWords() {
  const [audit, journal, timeline, settings] = await Promise.all([
    getTranslations("console.audit"),
    getTranslations("admin.journal"),
    getTranslations("console.account.timeline"),
    getTranslations("console.settings.changed"),
  ]);
  return { audit, journal, timeline, settings };
}

/** An entry in words: who acted and their name ("" for none), what they did, and its details ("" for none). */
export function auditWords(
  { action, actor, about, invoiceNumber, fields, apiKey, reason }: SupplierJournalEntry,
  { audit, journal, timeline, settings }: JournalWords,
): { who: string; name: string; what: string; details: string } {
  const sentence = `actions.${action}` as "actions.signed_in";
  return {
    who:
      actor.kind === "user" ? actor.identifier : actor.kind === "key" ? audit("key", actor) : audit("portal"),
    name: actor.kind === "user" ? actor.name : "",
    what: journal.has(sentence) ? journal(sentence, { about: about ?? "" }) : audit("other", { action }),
    details: [
      invoiceNumber,
      action === "supplier_settings_changed"
        ? settingsInWords(fields, settings)
        : fieldsInWords(fields, timeline),
      apiKey,
      reason !== null && timeline("reason", { reason }),
    ]
      .filter(Boolean)
      .join(", "),
  };
}

/** The changed settings of a supplier in words, such as « couleur, nom ». */
const settingsInWords = (fields: readonly string[], t: JournalWords["settings"]): string =>
  fields.map((field) => (t.has(field as "name") ? t(field as "name") : field)).join(", ");
