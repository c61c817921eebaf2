import { type Locale, LOCALE_COOKIE } from "@/lib/languages";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";
import { MESSAGES } from "@/messages/messages";
import { plainPage } from "./plain-page";
import { type Problem, problemResponse } from "./problem";
import { wantsHtml } from "./wants-html";

type Reason = keyof (typeof MESSAGES)[Locale]["refusedRequest"];

/**
 * Answers a request that is refused outside of a page. A browser gets a page that explains the refusal in its
 * language, with a link to `href` and with `lines` shown unchanged; a program gets the problem document.
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
  // Only messages without arguments are plain texts: the build compiles messages with arguments.
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
