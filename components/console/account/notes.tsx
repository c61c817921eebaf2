import { getLocale, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { AccountNote } from "@/lib/accounts/one/notes/list-notes";
import { formatInstant } from "@/lib/dates";

interface NotesProps {
  notes: readonly AccountNote[];
  timeZone: string;
  /** Receives `remove`, the id of one of the viewer's own notes. */
  removeNote: (form: FormData) => Promise<void>;
}

/** The notes of colleagues on the account, newest first. */
export async function Notes({ notes, timeZone, removeNote }: NotesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.account.notes")]);
  if (notes.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">{t("title")}</h2>
      <ul className="border-t border-line text-2">
        {notes.map(({ id, text, author, createdAt, isOwn }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-4 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere whitespace-pre-line">{text}</p>
              <p className="text-1 text-ink-2">
                {t("by", { who: author, at: formatInstant(createdAt, locale, timeZone) })}
              </p>
            </div>
            {isOwn && (
              <Form action={removeNote}>
                <input type="hidden" name="remove" value={id} />
                <SubmitButton kind="quiet">{t("remove")}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
