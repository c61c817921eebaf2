"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { setLocale } from "@/lib/users/set-locale";

const form = z.object({ locale: z.enum(["fr", "en"]).catch("fr") });

/** Shows the same page in the other language, and remembers it. */
export async function changeLocaleAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { locale } = form.parse(Object.fromEntries(data));
  (await cookies()).set("locale", locale, { path: "/", maxAge: 365 * 86_400, sameSite: "lax", secure: true });
  const session = await currentSession();
  if (session) await setLocale(session.viewer, locale);
  const path = (await headers()).get("x-path") ?? "/";
  redirect(/^\/(?!\/)/.test(path) ? path : "/");
}
