import { getLocale } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { LANGUAGES } from "@/lib/language-formats";
import { type Locale, LOCALES } from "@/lib/languages";

/** Receives `locale`, remembers it and shows the same page again. */
export type ChangeLocale = (form: FormData) => Promise<void>;

interface LocaleSwitchProps {
  action: ChangeLocale;
  /** The languages that the supplier offers; all those of the portal by default. */
  offered?: readonly Locale[] | undefined;
}

/** The buttons for the other languages, each named in its own language. */
export async function LocaleSwitch({ action, offered = LOCALES }: LocaleSwitchProps) {
  const current = await getLocale();
  return (
    <Form action={action} className="flex items-center">
      {offered
        .filter((locale) => locale !== current)
        .map((locale) => (
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
