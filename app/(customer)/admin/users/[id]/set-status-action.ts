"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { setUserStatus } from "@/lib/users/set-user-status";
import { userPath } from "./user-path";

const form = z.object({ status: z.enum(["active", "disabled"]) });

export async function setStatusAction(id: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireAdministrator();
  const page = userPath(id);
  const asked = form.safeParse(Object.fromEntries(data));
  if (!asked.success) redirect(page);
  const { status } = asked.data;
  const result = await setUserStatus(viewer, id, status);
  await leaveFlash(page, result.ok ? { saved: status } : { reason: result.reason });
  redirect(page);
}
