"use server";

import { requireCustomer } from "@/lib/auth/current-session";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { setName } from "@/lib/users/set-name";
import { redirect } from "next/navigation";
import { z } from "zod";

const form = z.object({ name: z.string().max(1_000) });

export async function saveNameAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireCustomer();
  const typed = form.safeParse(Object.fromEntries(data));
  if (typed.success) {
    await setName(viewer, typed.data.name);
    await leaveFlash("/profile/account", { saved: "name" });
  }
  redirect("/profile/account");
}
