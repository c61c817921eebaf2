"use server";

import { getTranslations } from "next-intl/server";
import { NewCredentials } from "@/components/admin/new-credentials";
import { refuse, showAgain, showInPlace } from "@/lib/actions/answer";
import { choiceOr, hidden, shownPassword, text } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { addUser } from "@/lib/users/add-user";
import { actingAdministrator } from "../acting-administrator";
import { languageOf } from "../language-of";
import { newAccess } from "../new-access";

const PAGE = "/admin/users/new";

const fields = {
  name: text(400),
  identifier: text(400),
  email: text(400),
  locale: choiceOr(LOCALES, DEFAULT_LOCALE),
  access: choiceOr(["default_password", "invitation"], "default_password"),
  password: shownPassword(),
  proposeAnother: hidden(3),
};

/**
 * Adds a user. Only this response shows the password to pass on. After a refusal, or a request for another proposed
 * password, shows the form again.
 */
export const addUserAction = provenAdministratorAction(
  fields,
  async (session, { name, identifier, email, locale, access, password, proposeAnother }) => {
    if (proposeAnother) return showAgain(PAGE, { another: true });
    const language = languageOf(session, locale);
    const isInvitation = access === "invitation";
    const added = await addUser(actingAdministrator(session), {
      name,
      identifier,
      email,
      locale: language,
      access: isInvitation ? { kind: "invitation" } : { kind: "default_password", password },
    });
    if (!added.ok) return refuse(PAGE, { ...added });
    dispatchSoon();
    const t = await getTranslations("admin.new");
    return showInPlace({
      done: t("added", { name: name.trim() }),
      password: isInvitation ? null : password,
      access: newAccess(session, {
        name: name.trim(),
        identifier: added.identifier,
        email: isInvitation ? email.trim() : null,
        locale: language,
      }),
    });
  },
  NewCredentials,
);
