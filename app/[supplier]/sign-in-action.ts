"use server";

import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { goTo, refuse } from "@/lib/actions/answer";
import { hidden, secret, text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { rememberLocale } from "@/lib/http/remember-locale";
import { returnPath } from "@/lib/http/return-path";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/http/session-cookie";
import { LOCALE_COOKIE } from "@/lib/languages";
import { hasSpaceAtEnds } from "@/lib/password-rule";
import { landingPath } from "@/lib/persons/landing-path";
import { keepDeviceSecret } from "@/lib/sign-in/known-device/keep-device-secret";
import { deviceSecret } from "@/lib/sign-in/known-device/known-device";
import { sealSession, SignInRefused } from "@/lib/sign-in/next-auth";
import { rememberSupplier } from "@/lib/sign-in/remember-supplier";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { findWaitingSession, waitingSession } from "@/lib/sign-in/session/waiting-session";
import { signOut } from "@/lib/sign-in/sign-out";

/**
 * Signs in, or shows the form again with the typed entries and the reason. Works on any supplier's page (R11), and
 * below the list of suppliers (no slug), where staff and operators sign in.
 */
export const signInAction = publicAction(
  { identifier: text(320), password: secret(), next: hidden(500) },
  async (visitor, { identifier, password, next: requested }, slug: string) => {
    if (!/^[a-z0-9-]{0,63}$/.test(slug)) notFound();
    const next = returnPath(requested);
    const page = `/${slug}`;
    const formPath = next ? `${page}?next=${encodeURIComponent(next)}` : page;
    if (identifier.trim() === "" || password === "") return refuse(page, { reason: "incomplete" }, formPath);
    // Signing in again ends the browser's previous session (OWASP ASVS 5.0, 7.2.4).
    const previous = (await currentSession()) ?? (await waitingSession());
    const device = deviceSecret(visitor.device);
    try {
      await sealSession("credentials", {
        identifier,
        password,
        entrySupplier: slug,
        device,
        redirect: false,
      });
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return refuse(page, { ...error.refusal, hasSpaceAtEnds: hasSpaceAtEnds(password) }, formPath);
    }
    if (previous) await signOut(previous);
    await keepDeviceSecret(device);
    const first = await rememberUser();
    return goTo(next ?? first);
  },
);

/**
 * Remembers the user's own language and supplier, not those of the sign-in page (R11). Returns the first page of the new
 * session: the code's, where a second factor is asked for.
 */
async function rememberUser(): Promise<string> {
  const jar = await cookies();
  const sessionId = (await unsealSessionId(jar.get(SESSION_COOKIE)?.value)) ?? "";
  const opened = await resumeSession(sessionId);
  const session = opened ?? (await findWaitingSession(sessionId));
  if (!session) return "/invoices";
  if (session.supplier) await rememberSupplier(session.supplier.slug);
  if (!jar.has(LOCALE_COOKIE)) await rememberLocale(session.locale);
  return opened ? landingPath(opened) : "/second-factor";
}
