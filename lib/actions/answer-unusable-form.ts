import { type NextRequest, NextResponse } from "next/server";
import { clientAddress, networkOf } from "@/lib/http/client-address";
import { flashCookie } from "@/lib/http/flash";
import { refusedRequest } from "@/lib/http/refused-request";
import { isSameOrigin } from "@/lib/http/same-origin";
import { countRefusal } from "@/lib/limits/count-refusals";
import { logSecurityEvent } from "@/lib/security-log";
import { PAGE_CHANGED } from "./has-page-changed";
import { isKnownAction } from "./known-actions";
import { readPostedForm } from "./posted-form";

/**
 * Answers a posted form that no action of this build may run; null for every other request. The form has no effect.
 * - From another origin (security T10): 403, with a page that says so and repeats what was typed, but fills in no
 * form.
 * - From a page of an earlier build, when this build has no such action: the page again, with a notice and what was
 * typed.
 */
export async function answerUnusableForm(request: NextRequest): Promise<Response | null> {
  if (request.method !== "POST") return null;
  if (!isSameOrigin(request.headers)) return refuseForeign(request);
  const { actionIds, typed } = await readPostedForm(request);
  return actionIds.every(isKnownAction) ? null : showPageAgain(request, typed);
}

async function refuseForeign(request: NextRequest): Promise<Response> {
  countRefusal("origin_refused");
  logSecurityEvent("origin_refused", { network: networkOf(clientAddress(request.headers)) });
  const { typed } = await readPostedForm(request);
  const problem = {
    status: 403,
    type: "foreign-form",
    title: "The form comes from another origin.",
  } as const;
  return refusedRequest(request.headers, "foreign_form", problem, {
    href: request.nextUrl.pathname,
    lines: Object.values(typed),
  });
}

/** A browser follows the redirect; Next's client reads its own header, and loads the page anew because no data follows. */
function showPageAgain(request: NextRequest, typed: Record<string, string>): Response {
  const { pathname, search } = request.nextUrl;
  const response = request.headers.has("next-action")
    ? new NextResponse(null, { headers: { "x-action-redirect": `${pathname}${search};replace` } })
    : NextResponse.redirect(new URL(`${pathname}${search}`, request.nextUrl), 303);
  response.cookies.set(flashCookie(pathname, { result: PAGE_CHANGED, typed }));
  response.headers.set("cache-control", "private, no-store");
  return response;
}
