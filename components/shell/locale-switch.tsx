import { getLocale } from "next-intl/server";
import { LANGUAGES, LOCALES } from "@/lib/languages";

/** Receives `locale`, remembers it, and lets the same page be shown again. */
export type ChangeLocale = (form: FormData) => Promise<void>;

/** The other languages, each in its own words. */
export async function LocaleSwitch({ action }: { action: ChangeLocale }) {
  const current = await getLocale();
  return (
    <form action={action} className="flex items-center">
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button key={locale} className="button button-quiet" name="locale" value={locale} lang={locale}>
          <span className="max-tablet:sr-only">{LANGUAGES[locale].name}</span>
          <span className="tablet:hidden" aria-hidden="true">
            {locale.toUpperCase()}
          </span>
        </button>
      ))}
    </form>
  );
}
