import { currentSession, isCustomerSession } from "@/lib/auth/current-session";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { exportOwnData } from "@/lib/users/export-own-data";
import { getLocale, getTranslations } from "next-intl/server";

/** « Télécharger mes données »: a JSON file with what is kept about whoever is signed in. */
export const GET = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return signInFirst(request);
  if (!isCustomerSession(session)) return notFound();
  const day = todayIn(session.supplier.timeZone, now().getTime());
  return new Response(JSON.stringify(await exportOwnData(session), null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": contentDisposition(
        "attachment",
        `e-facture_${session.supplier.slug}_${day}.json`,
      ),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

/** Signed in is by cookie here: no scheme of `Authorization` would help (so none is named). */
async function signInFirst(request: Request): Promise<Response> {
  if (!wantsHtml(request.headers)) {
    const response = problemResponse({ status: 401, type: "unauthorized", title: "Sign in first." });
    response.headers.delete("www-authenticate");
    return response;
  }
  const [locale, t] = await Promise.all([getLocale(), getTranslations("account.signedOut")]);
  return plainPage({
    status: 401,
    locale,
    title: t("title"),
    text: t("text"),
    link: { href: "/profile/account", label: t("link") },
  });
}
