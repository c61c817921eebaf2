import { getLocale, getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, signInFirst } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { takeTurn } from "@/lib/limits/take-turn";
import { currentSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { exportOwnData } from "@/lib/users/export-own-data";

/** « Télécharger mes données »: sends a JSON file with all data stored about the signed-in user. */
export const GET = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return refusal(request, "account.signedOut");
  if (!isCustomerSession(session)) return notFound();
  // The whole export is built in memory, so it needs a turn, as a pack does.
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return refusal(request, "export.busy");
  const data = await exportOwnData(session).finally(() => turn.release());
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

const REFUSALS = {
  "account.signedOut": signInFirst,
  "export.busy": tooManyExports,
};

/** Refuses the export: with a page for a browser, with a problem document (RFC 9457) for a program. */
async function refusal(request: Request, why: keyof typeof REFUSALS): Promise<Response> {
  const problem = REFUSALS[why]();
  if (!wantsHtml(request.headers)) return problem;
  const [locale, t] = await Promise.all([getLocale(), getTranslations(why)]);
  return plainPage({
    problem,
    locale,
    title: t("title"),
    text: t("text"),
    link: { href: "/profile/account", label: t("link") },
  });
}
