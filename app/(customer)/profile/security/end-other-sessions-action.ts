"use server";

import { redirect } from "next/navigation";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { endSession } from "@/lib/sign-in/session/end-session";

/** Ends every other session of the same user. */
export async function endOtherSessionsAction(): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  await leaveFlash("/profile/security", { ended: String(await endSession(session, "all")) });
  redirect("/profile/security");
}
