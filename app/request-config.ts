import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, type Locale, LOCALE_COOKIE, LOCALES } from "@/lib/languages";
import { messagesOf } from "@/lib/locale/messages-of";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import type { TradeWords } from "@/lib/trade-words";

/** next-intl's configuration of a request: the language and its messages, on the server only. */
export default getRequestConfig(async ({ locale: requested }) => {
  const isNamed = isLocale(requested);
  // A page that says that the portal is unavailable needs its words too.
  const supplier = isNamed ? null : await supplierOfRequest().catch(() => null);
  const { languages, tradeWords } = supplier ?? PORTAL;
  const locale = isNamed ? requested : await requestLocale(languages);
  return { locale, messages: messagesOf(locale, tradeWords), timeZone: "Europe/Paris" };
});

/** What the supplier of a request changes: the languages that its pages offer, and the words of its trade. */
interface Wording {
  languages: readonly Locale[];
  tradeWords: TradeWords;
}

const PORTAL: Wording = { languages: LOCALES, tradeWords: {} };

/** The supplier of the signed-in user, or else the one whose public page is shown; null for the portal's own pages. */
async function supplierOfRequest(): Promise<Wording | null> {
  const session = await currentSession();
  // Staff read the console in any language of the portal.
  if (session?.supplier)
    return session.account || session.viewAs ? session.supplier : { ...session.supplier, languages: LOCALES };
  const [, slug = ""] = ((await headers()).get("x-path") ?? "").split(/[/?]/);
  return slug === "" ? null : findSupplier(slug);
}

/**
 * The language of a request, one of those `offered`. It reads no session: a request that a page makes by itself must not
 * count as activity, so its route names this language to next-intl.
 */
export async function requestLocale(offered: readonly Locale[] = LOCALES): Promise<Locale> {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerList.get("accept-language"), offered);
}
