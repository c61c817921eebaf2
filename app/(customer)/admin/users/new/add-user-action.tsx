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
import { addUser } from "@/lib/users/add-user";
import { inviterOf } from "../inviter";

const text = (most: number) => z.string().max(most).catch("");
const form = z.object({
  name: text(400),
  identifier: text(400),
  email: text(400),
  access: z.enum(["default_password", "invitation"]).catch("default_password"),
  password: text(1_024),
  another: text(3),
});

/** Adds a user; what to pass on stands in this answer alone. Refused, or asked for another password: the form again. */
export async function addUserAction(_shown: ReactNode, data: FormData): Promise<ReactNode> {
  await requireSameOrigin();
  const session = await requireAdministrator();
  const { password, another, ...typed } = form.parse(Object.fromEntries(data));
  if (another) return backToForm(typed, {});
  const isInvitation = typed.access === "invitation";
  const added = await addUser(inviterOf(session), {
    ...typed,
    locale: session.locale,
    access: isInvitation ? { kind: "invitation" } : { kind: "default_password", password },
  });
  if (!added.ok)
    return backToForm(typed, {
      reason: added.reason,
      ...("suggestion" in added && { suggestion: added.suggestion }),
      ...("faults" in added && { faults: added.faults.join(" ") }),
    });
  if (isInvitation) dispatchSoon();
  const t = await getTranslations("admin.new");
  return (
    <HandedOver
      done={t("added", { name: typed.name.trim() })}
      identifier={added.identifier}
      password={isInvitation ? null : password}
      email={isInvitation ? typed.email.trim() : null}
    />
  );
}

async function backToForm(typed: Record<string, string>, why: Record<string, string>): Promise<never> {
  await leaveFlash("/admin/users/new", { ...typed, ...why });
  redirect("/admin/users/new");
}
