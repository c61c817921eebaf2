import { getLocale, getTranslations } from "next-intl/server";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import {
  currentSession,
  type CustomerSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";

/** What `open` finds for the customer who asks for one of an invoice's files, or else the answer that refuses it. */
export async function openForReader<Opened extends object>(
  request: Request,
  id: string,
  open: (session: CustomerSession) => Promise<Opened | null>,
): Promise<Opened | Response> {
  const session = await currentSession();
  // The invoice's page asks to sign in.
  if (!session || session.mustChangePassword)
    return refuseFile(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const opened = isCustomerSession(session) ? await open(session) : null;
  return opened ?? refuseFile(request, 404, "/invoices");
}

/** No file: words for a person, whose browser followed a link; a problem for a program. */
async function refuseFile(request: Request, status: 401 | 404, href: string): Promise<Response> {
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
