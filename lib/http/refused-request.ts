import { type Locale, LOCALE_COOKIE } from "@/lib/languages";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";
import { MESSAGES } from "@/messages/messages";
import { plainPage } from "./plain-page";
import { type Problem, problemResponse } from "./problem";
import { wantsHtml } from "./wants-html";

type Reason = keyof (typeof MESSAGES)[Locale]["refusedRequest"];

/**
 * The answer to a request that is refused outside of a page: a page in words for a browser, in its language, with a link to
 * `href` and `lines` shown as they are; the problem document for a program.
 */
export function refusedRequest(
  headers: Headers,
  reason: Reason,
  problem: Problem,
  { href = "/", lines = [] }: { href?: string; lines?: readonly string[] } = {},
): Response {
  const refusal = problemResponse(problem);
  if (!wantsHtml(headers)) return refusal;
  const locale = negotiateLocale(localeCookie(headers), headers.get("accept-language"));
  // Plain texts only: the build turns messages with arguments into something else than text.
  const { title, text, link } = MESSAGES[locale].refusedRequest[reason];
  return plainPage({
    problem: refusal,
    locale,
    title,
    text,
    link: { href, label: link },
    lines,
  });
}

const localeCookie = (headers: Headers): string | undefined =>
  (headers.get("cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${LOCALE_COOKIE}=`))
    ?.slice(LOCALE_COOKIE.length + 1);
