"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { editUser } from "@/lib/users/edit-user";
import { userPath } from "./user-path";

const form = z.object({ name: z.string().max(400).catch(""), email: z.string().max(400).catch("") });

export async function editUserAction(id: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const { viewer } = await requireAdministrator();
  const typed = form.parse(Object.fromEntries(data));
  const result = await editUser(viewer, id, typed);
  const page = userPath(id);
  await leaveFlash(page, result.ok ? { saved: "edited" } : { reason: result.reason, ...typed });
  redirect(page);
}
