"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { PREFERENCES } from "@/lib/preferences";
import { MESSAGE_LENGTH } from "@/lib/requests/message-length";
import { recordRequest } from "@/lib/requests/record-request";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const PAGE = "/profile/notifications";

const form = z.object({
  email: z.string().catch(""),
  preference: z.enum(PREFERENCES).nullable().catch(null),
  message: z.string().catch(""),
});

/** « Demander une modification » (R20): told to the adviser, nothing else changes. */
export async function askForChangeAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const { email, preference, message } = form.parse(Object.fromEntries(data));
  const result = await recordRequest(viewer, {
    kind: "notification_change",
    email: email.trim() === "" ? null : email,
    preference,
    message,
  });
  if (result.ok) {
    dispatchSoon();
    await leaveFlash(PAGE, { sent: "yes" });
    redirect(PAGE);
  }
  await leaveFlash(PAGE, {
    reason: result.reason,
    ...("askedAt" in result && { askedAt: result.askedAt.toISOString() }),
    // A cookie holds no more.
    email: email.slice(0, 254),
    preference: preference ?? "",
    message: message.slice(0, MESSAGE_LENGTH),
  });
  redirect(`${PAGE}#request`);
}
