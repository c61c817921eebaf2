import { getLocale } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { LANGUAGES, LOCALES } from "@/lib/languages";

/** Receives `locale`, remembers it and shows the same page again. */
export type ChangeLocale = (form: FormData) => Promise<void>;

/** The buttons for the other languages, each named in its own language. */
export async function LocaleSwitch({ action }: { action: ChangeLocale }) {
  const current = await getLocale();
  return (
    <Form action={action} className="flex items-center">
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button key={locale} className="button button-quiet" name="locale" value={locale} lang={locale}>
          <span className="max-tablet:sr-only">{LANGUAGES[locale].name}</span>
          <span className="tablet:hidden" aria-hidden="true">
            {locale.toUpperCase()}
          </span>
        </button>
      ))}
    </Form>
  );
}
