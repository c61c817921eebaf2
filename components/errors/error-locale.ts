import { DEFAULT_LOCALE, isLocale, type Locale, LOCALE_COOKIE } from "@/lib/languages";

/** Returns the language of a page rendered in the browser: the chosen one, else the browser's, else the default. */
export function errorLocale(): Locale {
  if (typeof document === "undefined") return DEFAULT_LOCALE;
  const chosen = document.cookie
    .split("; ")
    .find((cookie) => cookie.startsWith(`${LOCALE_COOKIE}=`))
    ?.slice(LOCALE_COOKIE.length + 1);
  return [chosen, navigator.language.split("-")[0]].find(isLocale) ?? DEFAULT_LOCALE;
}
