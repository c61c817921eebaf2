import { cookies } from "next/headers";
import { type Locale, LOCALE_COOKIE } from "@/lib/languages";
import { LASTING_COOKIE } from "./lasting-cookie";

/** Stores the language in a cookie, so that this browser gets all pages in that language. */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, LASTING_COOKIE);
}
