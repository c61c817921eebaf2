"use server";

import type { ReactNode } from "react";
import { z } from "zod";
import { SeveralAnswer } from "@/components/admin/several-answer";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { inviterOf } from "../inviter";

const form = z.object({
  addresses: z.string().max(20_000).catch(""),
  access: z.enum(["default_password", "invitation"]).catch("invitation"),
});

/** Adds everybody of a pasted list; passwords to pass on stand in this answer alone. */
export async function addSeveralUsersAction(_shown: ReactNode, data: FormData): Promise<ReactNode> {
  await requireSameOrigin();
  const session = await requireAdministrator();
  const { addresses, access } = form.parse(Object.fromEntries(data));
  const results = await addSeveralUsers(inviterOf(session), addresses, access, session.locale);
  if (access === "invitation") dispatchSoon();
  return <SeveralAnswer rows={results} />;
}
