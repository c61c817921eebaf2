import { cookies } from "next/headers";
import { type Locale, LOCALE_COOKIE } from "@/lib/languages";
import { LASTING_COOKIE } from "./lasting-cookie";

/** Shows this browser every page in this language from now on. */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, LASTING_COOKIE);
}
