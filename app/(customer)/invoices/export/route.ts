import { getLocale, getTranslations } from "next-intl/server";
import { exportResponse } from "@/lib/exports/export-response";
import { takeExportSlot } from "@/lib/exports/export-slots";
import { openExport } from "@/lib/exports/open-export";
import { recordExport } from "@/lib/exports/record-export";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { isPrefetch } from "@/lib/http/is-prefetch";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, problemResponse, signInFirst } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { currentSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { indexWords } from "./index-words";

/** Sends the invoices of the list as a pack of originals (`format=zip`), or only their index (`csv`, `xlsx`). */
const serve = answer(async (request) => {
  const params = new URL(request.url).searchParams;
  const session = await currentSession();
  if (!session || session.mustChangePassword) return refusal(request, "signedOut");
  if (!isCustomerSession(session)) return refusal(request, "missing");
  const release = takeExportSlot(session.viewer);
  if (!release) return refusal(request, "busy");
  try {
    const opened = await openExport(session, params, await indexWords());
    if (opened.ok) {
      const { response, isComplete } = exportResponse(request, opened.export, release);
      if (!isPrefetch(request.headers)) recordExport(opened.export, isComplete);
      return response;
    }
    release();
    return await refusal(request, opened.reason);
  } catch (error) {
    release();
    throw error;
  }
});

export { serve as GET, serve as HEAD };

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
      title: "So many invoices are no longer one file.",
    }),
  busy: tooManyExports,
};

/** Refuses an export: with a page that links back to the list for a browser, with a problem document for a program. */
async function refusal(request: Request, why: keyof typeof REFUSALS): Promise<Response> {
  const problem = REFUSALS[why]();
  if (!wantsHtml(request.headers)) return problem;
  const [locale, t] = await Promise.all([getLocale(), getTranslations(`export.${why}`)]);
  const href = readListPath(new URL(request.url).searchParams);
  return plainPage({ problem, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}
