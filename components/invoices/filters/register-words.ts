import { getLocale, getTranslations } from "next-intl/server";

/**
 * The words of the list, read once. Its parts are plain functions that get them: each asynchronous component is written
 * to the browser separately, which is what most of the page's time went into.
 */
export async function registerWords() {
  const [locale, t, trade, accounting] = await Promise.all([
    getLocale(),
    getTranslations("register"),
    getTranslations("trade"),
    getTranslations("accounting"),
  ]);
  return { locale, t, trade, accounting };
}

export type RegisterWords = Awaited<ReturnType<typeof registerWords>>;
