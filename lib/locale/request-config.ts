import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE } from "@/lib/languages";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";
import { MESSAGES } from "@/messages/messages";

/** next-intl's configuration of a request: the language and its messages, on the server only. */
export default getRequestConfig(async ({ locale: requested }) => {
  const locale = isLocale(requested) ? requested : await requestLocale();
  return { locale, messages: MESSAGES[locale], timeZone: "Europe/Paris" };
});

async function requestLocale() {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerList.get("accept-language"));
}
