import { getLocale } from "next-intl/server";

/** Receives `locale` (`fr` or `en`), remembers it, and lets the same page be shown again. */
export type ChangeLocale = (form: FormData) => Promise<void>;

/** The other language, in its own words. */
export async function LocaleSwitch({ action }: { action: ChangeLocale }) {
  const other = (await getLocale()) === "fr" ? "en" : "fr";
  const name = other === "en" ? "English" : "Français";
  return (
    <form action={action} className="flex items-center">
      <button className="button button-quiet" name="locale" value={other} lang={other}>
        <span className="max-tablet:sr-only">{name}</span>
        <span className="tablet:hidden" aria-hidden="true">
          {other.toUpperCase()}
        </span>
      </button>
    </form>
  );
}
