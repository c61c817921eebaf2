import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { getLocale, getTranslations } from "next-intl/server";

/** No file: words for a person, whose browser followed a link; a problem for a program. */
export async function refuseFile(request: Request, status: 401 | 404, href: string): Promise<Response> {
  if (!wantsHtml(request.headers)) return status === 404 ? notFound() : signedOut();
  const key = status === 404 ? "missing" : "signedOut";
  const [locale, t] = await Promise.all([getLocale(), getTranslations(`original.${key}`)]);
  return plainPage({ status, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}

/** Signed in is by cookie here: no scheme of `Authorization` would help (so none is named). */
function signedOut(): Response {
  const response = problemResponse({ status: 401, type: "unauthorized", title: "Sign in first." });
  response.headers.delete("www-authenticate");
  return response;
}
