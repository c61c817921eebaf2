import { type Locale, LOCALE_COOKIE } from "@/lib/languages";

/** The cookie of a browser that chose this language, on the tested portal. */
export const languageCookie = (locale: Locale) => ({
  name: LOCALE_COOKIE,
  value: locale,
  domain: "localhost",
  path: "/",
  secure: true,
});
