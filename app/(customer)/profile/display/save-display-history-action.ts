"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { LOCALE_COOKIE, LOCALES } from "@/lib/languages";
import { isHistoryChoice } from "@/lib/month-settings";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { setDisplay } from "@/lib/users/set-display";

const form = z.object({
  months: z.coerce.number().refine(isHistoryChoice),
  locale: z.enum(LOCALES).optional().catch(undefined),
});

export async function saveDisplayHistoryAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const chosen = form.safeParse(Object.fromEntries(data));
  if (!chosen.success) redirect("/profile/display");
  const { locale } = chosen.data;
  const result = await setDisplay(viewer, chosen.data);
  if (!result.ok) {
    await leaveFlash("/profile/display", { refused: result.reason });
    redirect("/profile/display");
  }
  if (locale) (await cookies()).set(LOCALE_COOKIE, locale, LASTING_COOKIE);
  await leaveFlash("/profile/display", { saved: "yes" });
  redirect("/profile/display");
}
