import { getLocale, getTranslations } from "next-intl/server";
import { accountingResponse } from "@/lib/accounting/accounting-file";
import { layoutNamed } from "@/lib/accounting/layouts/layout";
import type { Layout } from "@/lib/accounting/layouts/layout-parts";
import { openSelectionEntries } from "@/lib/accounting/selection-entries";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { toAscii } from "@/lib/document-name";
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
import type { Turn } from "@/lib/limits/turn";
import {
  currentSession,
  type CustomerSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { accountingWords } from "../accounting/accounting-words";
import { indexWords } from "./index-words";

/**
 * Sends the invoices of the list as a pack of originals (`format=zip`), only their index (`csv`, `xlsx`), or their
 * entries (`accounting`, with a `layout`).
 */
const serve = answer(async (request) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return refusal(request, "signedOut");
  if (!isCustomerSession(session)) return refusal(request, "missing");
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return refusal(request, "busy");
  try {
    const params = new URL(request.url).searchParams;
    const layout = params.get("format") === "accounting" ? layoutNamed(params.get("layout") ?? "csv") : null;
    if (layout) return await serveEntries(request, session, layout, turn);
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

/** Sends the entries of the invoices of the list, as the company's accounting settings are now. */
async function serveEntries(
  request: Request,
  session: CustomerSession,
  layout: Layout,
  turn: Turn,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const opened = await openSelectionEntries(session, searchParams, layout, await accountingWords());
  if (opened.ok) {
    const name = `compta_${toAscii(session.account.customerNumber)}_${todayIn(session.supplier.timeZone, now().getTime())}`;
    return accountingResponse(session, request, { name, layout, ...opened }, turn);
  }
  turn.release();
  return refusal(request, opened.reason);
}

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
  not_set: () =>
    problemResponse({
      status: 409,
      type: "accounting-not-set",
      title: "Journal and supplier account are not set.",
    }),
  too_long: () =>
    problemResponse({
      status: 409,
      type: "accounting-too-long",
      title: "The journal or an account is too long for this layout.",
    }),
  other_currency: () =>
    problemResponse({
      status: 409,
      type: "other-currency",
      title: "An invoice is in another currency, which this layout cannot name.",
    }),
};

/** Where the link of a refusal leads, if not back to the list. */
const REFUSAL_LINKS: Partial<Record<keyof typeof REFUSALS, string>> = {
  not_set: "/invoices/accounting/settings",
  too_long: "/invoices/accounting/settings",
  other_currency: "/invoices/accounting",
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
  const href = REFUSAL_LINKS[why] ?? `/invoices${search.length <= LONGEST_QUERY ? search : ""}`;
  return plainPage({ problem, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}
