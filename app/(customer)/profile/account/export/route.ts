import { getLocale, getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { takeExportSlot } from "@/lib/exports/export-slots";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, signInFirst, tooManyExports } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { currentSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { exportOwnData } from "@/lib/users/export-own-data";

/** « Télécharger mes données »: sends a JSON file with all data stored about the signed-in user. */
export const GET = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword)
    return wantsHtml(request.headers) ? refusalPage(401, "account.signedOut") : signInFirst();
  if (!isCustomerSession(session)) return notFound();
  const release = takeExportSlot(session.viewer);
  if (!release) return busy(request);
  const data = await exportOwnData(session).finally(release);
  const day = todayIn(session.supplier.timeZone, now().getTime());
  return new Response(JSON.stringify(data, null, 2), {
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

/** Refuses for lack of a slot. The export is held in memory as a whole, so it takes a slot as packs do. */
async function busy(request: Request): Promise<Response> {
  const problem = tooManyExports();
  if (!wantsHtml(request.headers)) return problem;
  const page = await refusalPage(429, "export.busy");
  page.headers.set("retry-after", problem.headers.get("retry-after") ?? "");
  return page;
}

async function refusalPage(status: 401 | 429, words: "account.signedOut" | "export.busy"): Promise<Response> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations(words)]);
  return plainPage({
    status,
    locale,
    title: t("title"),
    text: t("text"),
    link: { href: "/profile/account", label: t("link") },
  });
}
