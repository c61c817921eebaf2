"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { setName } from "@/lib/users/set-name";

const PAGE = "/profile/account";
const form = z.object({ name: z.string() });

export async function saveNameAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const typed = form.safeParse(Object.fromEntries(data));
  if (!typed.success) redirect(PAGE);
  const { name } = typed.data;
  const result = await setName(viewer, name);
  // A cookie holds no more.
  await leaveFlash(PAGE, result.ok ? { saved: "name" } : { reason: result.reason, name: name.slice(0, 200) });
  redirect(PAGE);
}
