"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { replaceDefaultPassword } from "@/lib/sign-in/password/replace-default-password";
import { currentSession } from "@/lib/sign-in/session/current-session";

const typed = z.string().max(1_024).catch("");
const form = z.object({ password: typed, confirmation: typed });

/** For users who must; everybody else changes a password in their profile. */
export async function replacePasswordAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await currentSession();
  if (!session?.mustChangePassword) redirect("/");
  const result = await replaceDefaultPassword(session, form.parse(Object.fromEntries(data)));
  if (result.ok) redirect("/invoices");
  await leaveFlash("/password", { faults: result.faults.join(" ") });
  redirect("/password");
}
