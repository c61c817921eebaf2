import { type NextRequest, NextResponse } from "next/server";
import { answerUnusableForm } from "@/lib/actions/answer-unusable-form";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

/*
 * Gives each page a new Content-Security-Policy nonce, and passes the path on to it. Answers forms that no action can
 * read. Does not check access; lib does. /api and uploaded files are excluded because Next cuts bodies that pass through a
 * proxy; originals, the documents in them and the demo's mails have their own, stricter policy.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const unusable = await answerUnusableForm(request);
  if (unusable) return unusable;
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/((?!api/|_next/static/|console/(?:accounts/import|deposits/new|deposits/announcements)/file$|icon\\.svg$|pdf\\.js/|invoices/[^/]+/(?:original|xml|attachments/[^/]+)$|d/[^/]+/[^/]+$|(?:dev/mailbox|console/settings/mails/preview)/[^/]+/html$).*)",
  ],
};
