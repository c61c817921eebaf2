import { getLocale, getTranslations } from "next-intl/server";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, signInFirst } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import {
  currentSession,
  type CustomerSession,
  isCustomerSession,
} from "@/lib/sign-in/session/current-session";

/** Returns what `open` finds for the signed-in customer who requests a file of an invoice, or the refusal response. */
export async function openForReader<Opened extends object>(
  request: Request,
  id: string,
  open: (session: CustomerSession) => Promise<Opened | null>,
): Promise<Opened | Response> {
  const session = await currentSession();
  // The link goes to the invoice's page, which asks the user to sign in.
  if (!session || session.mustChangePassword)
    return refuseFile(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const opened = isCustomerSession(session) ? await open(session) : null;
  return opened ?? refuseFile(request, 404, "/invoices");
}

/** Refuses the file: with a page for a browser, with a problem document (RFC 9457) for a program. */
async function refuseFile(request: Request, status: 401 | 404, href: string): Promise<Response> {
  if (!wantsHtml(request.headers)) return status === 404 ? notFound() : signInFirst();
  const key = status === 404 ? "missing" : "signedOut";
  const [locale, t] = await Promise.all([getLocale(), getTranslations(`original.${key}`)]);
  return plainPage({ status, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}
