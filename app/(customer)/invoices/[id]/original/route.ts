import { currentSession } from "@/lib/auth/current-session";
import { isCustomerUser } from "@/lib/auth/viewer";
import { answer } from "@/lib/http/answer";
import { originalResponse } from "@/lib/http/original-response";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse } from "@/lib/http/problem";
import { readingOfAnswer } from "@/lib/http/reading-of-answer";
import { wantsHtml } from "@/lib/http/wants-html";
import { openOriginal } from "@/lib/invoices/open-original";
import { recordReading } from "@/lib/invoices/record-reading";
import { getLocale, getTranslations } from "next-intl/server";

/** The file as it was deposited, `?download` to keep it. Notes that its reader saw or downloaded it. */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const session = await currentSession();
  if (!session || session.mustChangePassword)
    return refusal(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const { viewer } = session;
  const original = isCustomerUser(viewer) ? await openOriginal(viewer, id) : null;
  if (!isCustomerUser(viewer) || !original) return refusal(request, 404, "/invoices");
  const isDownload = new URL(request.url).searchParams.has("download");
  const response = await originalResponse(request, original, isDownload ? "attachment" : "inline");
  const reading = readingOfAnswer(request, response);
  if (reading) recordReading(viewer, id, reading);
  return response;
});

export { serve as GET, serve as HEAD };

/** Words for a person, whose browser followed a link; a problem for a program. The invoice's page asks to sign in. */
async function refusal(request: Request, status: 401 | 404, href: string): Promise<Response> {
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
