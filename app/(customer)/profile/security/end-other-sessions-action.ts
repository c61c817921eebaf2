"use server";

import { requireCustomer } from "@/lib/auth/current-session";
import { endSession } from "@/lib/auth/end-session";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { redirect } from "next/navigation";

/** Ends every other session of the same user. */
export async function endOtherSessionsAction(): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  await leaveFlash("/profile/security", { ended: String(await endSession(session, "all")) });
  redirect("/profile/security");
}
