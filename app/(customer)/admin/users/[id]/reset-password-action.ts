"use server";

import { getTranslations } from "next-intl/server";
import { NewCredentials } from "@/components/admin/new-credentials";
import { goTo, refuse, showInPlace } from "@/lib/actions/answer";
import { choice, hidden, secret } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { actingAdministrator } from "../acting-administrator";
import { newAccess } from "../new-access";
import { userPath } from "./user-path";

/** Gives a colleague a new default password or invitation. Only this response shows the password to pass on. */
export const resetPasswordAction = provenAdministratorAction(
  { access: choice(["default_password", "invitation"]), password: secret(), proposeAnother: hidden(3) },
  async (session, { access, password, proposeAnother }, id: string) => {
    if (proposeAnother) return goTo(userPath(id));
    const isInvitation = access === "invitation";
    const result = await resetUserPassword(
      actingAdministrator(session),
      id,
      isInvitation ? { kind: "invitation" } : { kind: "default_password", password },
    );
    if (!result.ok) return refuse(userPath(id), result);
    dispatchSoon();
    const { colleague } = result;
    const t = await getTranslations("admin.user");
    return showInPlace({
      done: t("resetDone", { name: colleague.name || colleague.identifier }),
      password: isInvitation ? null : password,
      access: newAccess(session, { ...colleague, email: isInvitation ? colleague.email : null }),
    });
  },
  NewCredentials,
);
