"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { DEFAULT_LOCALE, LOCALE_COOKIE, LOCALES } from "@/lib/languages";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { setLocale } from "@/lib/users/set-locale";

const form = z.object({ locale: z.enum(LOCALES).catch(DEFAULT_LOCALE) });

/** Shows the same page in another language, and remembers it. */
export async function changeLocaleAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { locale } = form.parse(Object.fromEntries(data));
  (await cookies()).set(LOCALE_COOKIE, locale, LASTING_COOKIE);
  const session = await currentSession();
  if (session) await setLocale(session.viewer, locale);
  const path = (await headers()).get("x-path") ?? "/";
  redirect(/^\/(?!\/)/.test(path) ? path : "/");
}
