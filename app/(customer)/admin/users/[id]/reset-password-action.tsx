"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { z } from "zod";
import { HandedOver } from "@/components/admin/handed-over";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { inviterOf } from "../inviter";
import { userPath } from "./user-path";

const form = z.object({
  access: z.enum(["default_password", "invitation"]),
  password: z.string().max(1_024).catch(""),
  another: z.string().catch(""),
});

/** A new first access for a colleague; what to pass on stands in this answer alone. */
export async function resetPasswordAction(id: string, _shown: ReactNode, data: FormData): Promise<ReactNode> {
  await requireSameOrigin();
  const session = await requireAdministrator();
  const page = userPath(id);
  const asked = form.safeParse(Object.fromEntries(data));
  if (!asked.success || asked.data.another) redirect(page);
  const { access, password } = asked.data;
  const isInvitation = access === "invitation";
  const result = await resetUserPassword(
    inviterOf(session),
    id,
    isInvitation ? { kind: "invitation" } : { kind: "default_password", password },
  );
  if (!result.ok) {
    await leaveFlash(page, {
      reason: result.reason,
      ...("faults" in result && { faults: result.faults.join(" ") }),
    });
    redirect(page);
  }
  if (isInvitation) dispatchSoon();
  const { colleague } = result;
  const t = await getTranslations("admin.user");
  return (
    <HandedOver
      done={t("resetDone", { name: colleague.name || colleague.identifier })}
      identifier={colleague.identifier}
      password={isInvitation ? null : password}
      email={isInvitation ? colleague.email : null}
    />
  );
}
