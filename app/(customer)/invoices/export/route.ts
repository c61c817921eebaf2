import { getLocale, getTranslations } from "next-intl/server";
import { exportResponse } from "@/lib/exports/export-response";
import { openExport } from "@/lib/exports/open-export";
import { recordExport } from "@/lib/exports/record-export";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse, signInFirst } from "@/lib/http/problem";
import { isReading } from "@/lib/http/recorded-use";
import { wantsHtml } from "@/lib/http/wants-html";
import { takeTurn } from "@/lib/limits/take-turn";
import { currentSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { indexWords } from "./index-words";

/** Sends the invoices of the list as a pack of originals (`format=zip`), or only their index (`csv`, `xlsx`). */
const serve = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return refusal(request, "signedOut");
  if (!isCustomerSession(session)) return refusal(request, "missing");
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return refusal(request, "busy");
  try {
    const params = new URL(request.url).searchParams;
    const opened = await openExport(session, params, await indexWords());
    if (opened.ok) {
      const { response, isComplete } = exportResponse(request, opened.export, turn);
      if (isReading(request.headers)) recordExport(opened.export, isComplete);
      return response;
    }
    turn.release();
    return await refusal(request, opened.reason);
  } catch (error) {
    turn.release();
    throw error;
  }
});

export { serve as GET, serve as HEAD };

/** A longer query string is left out of the link back to the list. The list itself writes only shorter ones. */
const LONGEST_QUERY = 500;

const REFUSALS = {
  signedOut: signInFirst,
  missing: notFound,
  empty: () =>
    problemResponse({
      status: 404,
      type: "nothing-selected",
      title: "No invoice is selected by this query.",
    }),
  too_many: () =>
    problemResponse({
      status: 413,
      type: "too-many-invoices",
      title: "Too many invoices for one file.",
    }),
  busy: tooManyExports,
};

/**
 * Refuses an export: answers a browser with a page that links back to the list, and a program with a problem document.
 * The link contains the query string unchanged: reading the filter would make a refused request more expensive.
 */
async function refusal(request: Request, why: keyof typeof REFUSALS): Promise<Response> {
  const problem = REFUSALS[why]();
  if (!wantsHtml(request.headers)) return problem;
  const [locale, t] = await Promise.all([getLocale(), getTranslations(`export.${why}`)]);
  const { search } = new URL(request.url);
  const href = `/invoices${search.length <= LONGEST_QUERY ? search : ""}`;
  return plainPage({ problem, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}
