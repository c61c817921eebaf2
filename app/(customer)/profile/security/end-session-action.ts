"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { endSession } from "@/lib/sign-in/session/end-session";

const form = z.object({ session: z.string().max(36).catch("") });

/** Ends one other session of the same user. */
export async function endSessionAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { session: id } = form.parse(Object.fromEntries(data));
  await leaveFlash("/profile/security", { ended: String(await endSession(session, { id })) });
  redirect("/profile/security");
}
