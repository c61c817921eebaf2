import { getLocale, getTranslations } from "next-intl/server";
import { plainPage } from "@/lib/http/plain-page";
import { notFound, signInFirst } from "@/lib/http/problem";
import { wantsHtml } from "@/lib/http/wants-html";
import { currentSession, type ReaderSession, readerSession } from "@/lib/sign-in/session/current-session";

/** Returns what `open` finds for the signed-in customer who requests a file of an invoice, or the refusal response. */
export async function openFileForCustomer<Opened extends object>(
  request: Request,
  id: string,
  open: (session: ReaderSession) => Promise<Opened | null>,
): Promise<Opened | Response> {
  const session = await currentSession();
  // The link goes to the invoice's page, which asks the user to sign in.
  if (!session || session.mustChangePassword)
    return refuseFile(request, "signedOut", `/invoices/${encodeURIComponent(id)}`);
  const reader = readerSession(session);
  const opened = reader ? await open(reader) : null;
  return opened ?? refuseFile(request, "missing", "/invoices");
}

const REFUSALS = { signedOut: signInFirst, missing: notFound };

/** Refuses the file: with a page for a browser, with a problem document (RFC 9457) for a program. */
async function refuseFile(request: Request, why: keyof typeof REFUSALS, href: string): Promise<Response> {
  const problem = REFUSALS[why]();
  if (!wantsHtml(request.headers)) return problem;
  const [locale, t] = await Promise.all([getLocale(), getTranslations(`original.${why}`)]);
  return plainPage({ problem, locale, title: t("title"), text: t("text"), link: { href, label: t("link") } });
}
