import { env } from "@/lib/env";
import { isDemonstration } from "@/lib/health/is-demonstration";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { openMailboxMail } from "@/lib/mails/transports/open-mailbox-mail";

// The rules of a mail client: no scripts, no resources but a supplier's logo, links open in a new tab. `frame-ancestors` takes
// precedence over the X-Frame-Options that every page sends (CSP 3, section 6.4.2).
const policy = () =>
  [
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data: ${new URL(env().APP_URL).origin}/api/logo/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

/** Sends the HTML part of a mail, for the frame of its page. */
export const GET = answer<{ params: Promise<{ id: string }> }>(async (_request, { params }) => {
  const mail = isDemonstration() ? await openMailboxMail((await params).id) : null;
  if (!mail) return notFound();
  const html = mail.html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy(),
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
});
