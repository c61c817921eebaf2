import { env } from "@/lib/env";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { DEFAULT_LOCALE, isLocale } from "@/lib/languages";
import { previewMail } from "@/lib/settings/preview-mail";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession, isSupplierManagerSession } from "@/lib/sign-in/session/current-session";

// The rules of a mail client, and stricter: no scripts, no pictures but the logo, links lead nowhere.
// `frame-ancestors` takes precedence over the X-Frame-Options that every page sends (CSP 3, section 6.4.2).
const policy = () =>
  [
    "sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${new URL(env().APP_URL).origin}/api/logo/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

/** Sends the HTML part of a previewed mail, for the frame of the preview. */
export const GET = answer<{ params: Promise<{ sample: string }> }>(async (request, { params }) =>
  answerSupplierStaff(await currentSession(), async (session) => {
    if (!isSupplierManagerSession(session)) return notFound();
    const locale = new URL(request.url).searchParams.get("locale");
    const { sample } = await params;
    const mail = await previewMail(session.viewer, sample, isLocale(locale) ? locale : DEFAULT_LOCALE);
    if (!mail) return notFound();
    return new Response(mail.html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy(),
        "referrer-policy": "no-referrer",
        "cache-control": "private, no-store",
      },
    });
  }),
);
