import { cookies } from "next/headers";
import { rememberLocale } from "@/lib/http/remember-locale";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/http/session-cookie";
import { LOCALE_COOKIE } from "@/lib/languages";
import { landingPath } from "@/lib/persons/landing-path";
import { rememberSupplier } from "@/lib/sign-in/remember-supplier";
import { resumeSession } from "@/lib/sign-in/session/session";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";

/**
 * Remembers the user's own language and supplier, not those of the sign-in page (R11). Returns the first page of the new
 * session: the code's, where a second factor is asked for; the list's, which asks to sign in, without a session.
 */
export async function rememberUser(): Promise<string> {
  const jar = await cookies();
  const sessionId = await unsealSessionId(jar.get(SESSION_COOKIE)?.value);
  if (!sessionId) return "/invoices";
  const opened = await resumeSession(sessionId);
  const session = opened ?? (await findWaitingSession(sessionId));
  if (!session) return "/invoices";
  if (session.supplier) await rememberSupplier(session.supplier.slug);
  if (!jar.has(LOCALE_COOKIE)) await rememberLocale(session.locale);
  return opened ? landingPath(opened) : "/second-factor";
}
