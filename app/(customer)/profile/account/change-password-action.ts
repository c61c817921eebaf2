"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { changePassword } from "@/lib/users/change-password";

const typed = z.string().max(1_024).catch("");
const form = z.object({ present: typed, password: typed, confirmation: typed });

const MOST_NAMED = 8;

/** « Réinitialiser mon mot de passe » (R25). */
export async function changePasswordAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const result = await changePassword(session, form.parse(Object.fromEntries(data)));
  if (result.ok) {
    dispatchSoon();
    const { detached } = result;
    await leaveFlash("/profile/account", {
      saved: "password",
      // A cookie holds no more; how many there were is said beside.
      detached: detached.slice(0, MOST_NAMED).join(" "),
      detachedCount: String(detached.length),
    });
    // What it says is at the top, far above the form on a phone.
    redirect("/profile/account#saved");
  }
  await leaveFlash("/profile/account", {
    reason: result.reason,
    ...(result.reason === "refused" && { faults: result.faults.join(" ") }),
    ...(result.reason === "too_many" && {
      minutes: String(Math.max(1, Math.ceil(result.retryAfterMs / 60_000))),
    }),
  });
  redirect("/profile/account#password-form");
}
