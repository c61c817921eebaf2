"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { returnPath } from "@/lib/http/return-path";
import { LOCALE_COOKIE } from "@/lib/languages";
import { sealSession, SignInRefused } from "@/lib/sign-in/next-auth";
import { rememberSupplier } from "@/lib/sign-in/remember-supplier";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/sign-in/session/session-cookie";
import { signOut } from "@/lib/sign-in/sign-out";

const slug = z.string().regex(/^[a-z0-9-]{1,63}$/);
const form = z.object({
  identifier: z.string().max(320).catch(""),
  password: z.string().max(1_024).catch(""),
  next: z.string().optional().catch(undefined),
});

/** Signs in, or comes back to the form with what was typed and why not. The supplier only says which door this is (R11). */
export async function signInAction(supplier: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const typed = form.parse(Object.fromEntries(data));
  const next = returnPath(typed.next);
  const doorSlug = slug.parse(supplier);
  const door = `/${doorSlug}`;
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  const { identifier, password } = typed;
  if (identifier.trim() === "" || password === "") {
    await leaveFlash(door, { reason: "incomplete", identifier });
    redirect(`${door}${query}`);
  }
  // A browser that signs in again leaves no session behind (OWASP ASVS 5.0, 7.2.4).
  const previous = await currentSession();
  try {
    await sealSession("credentials", { identifier, password, door: doorSlug, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { refusal } = error;
    const minutes = refusal.reason === "too_many" ? Math.max(1, Math.ceil(refusal.retryAfterMs / 60_000)) : 0;
    await leaveFlash(door, { reason: refusal.reason, identifier, minutes: String(minutes) });
    redirect(`${door}${query}`);
  }
  if (previous) await signOut(previous);
  await rememberDoor();
  redirect(next ?? "/invoices");
}

/** The language and the supplier of whoever signed in: their own, whatever door they came through (R11). */
async function rememberDoor(): Promise<void> {
  const jar = await cookies();
  const sessionId = await unsealSessionId(jar.get(SESSION_COOKIE)?.value);
  const session = sessionId && (await resumeSession(sessionId));
  if (!session) return;
  if (session.supplier) await rememberSupplier(session.supplier.slug);
  if (!jar.has(LOCALE_COOKIE)) jar.set(LOCALE_COOKIE, session.locale, LASTING_COOKIE);
}
