"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { CUSTOMER_ROLES } from "@/lib/roles";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { setUserRole } from "@/lib/users/set-user-role";
import { userPath } from "./user-path";

const form = z.object({ role: z.enum(CUSTOMER_ROLES) });

export async function setRoleAction(id: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireAdministrator();
  const page = userPath(id);
  const asked = form.safeParse(Object.fromEntries(data));
  if (!asked.success) redirect(page);
  const { role } = asked.data;
  const result = await setUserRole(viewer, id, role);
  await leaveFlash(page, result.ok ? { saved: role } : { reason: result.reason });
  redirect(page);
}
