"use server";

import { z } from "zod";
import { SeveralUsersResult } from "@/components/admin/several-users-result";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { choiceOr, file } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { planList } from "@/lib/users/plan-list";
import { actingAdministrator } from "../acting-administrator";
import { languageOf } from "../language-of";
import { newAccess } from "../new-access";

/** Never cut, because a cut address could be that of another person: `planList` refuses one that is too long. */
const list = z.string().catch("");

/**
 * Step `check` shows the people found in the pasted list or the file; step `add` adds them. A file is always checked
 * first, and its text becomes the pasted list. Only the response to `add` shows the passwords to pass on.
 */
export const addSeveralUsersAction = provenAdministratorAction(
  {
    addresses: list,
    list: file(),
    locale: choiceOr(LOCALES, DEFAULT_LOCALE),
    access: choiceOr(["default_password", "invitation"], "invitation"),
    step: choiceOr(["check", "add"], "check"),
  },
  async (session, { addresses, list: chosen, locale, access, step }) => {
    const planned = await planList(session.viewer, addresses, chosen);
    if (step === "check" || chosen.size > 0 || planned.problem !== null) {
      const { list: text, ...toConfirm } = planned;
      return { toConfirm, shownValues: { addresses: text, step: "check" } };
    }
    const language = languageOf(session, locale);
    const added = await addSeveralUsers(actingAdministrator(session), addresses, access, language);
    if (!added.ok) return refuse("/admin/users/several", added);
    dispatchSoon();
    const isInvitation = access === "invitation";
    return showInPlace({
      rows: added.results.map((row) => ({
        ...row,
        access:
          row.identifier === null
            ? null
            : newAccess(session, {
                name: row.name,
                identifier: row.identifier,
                email: isInvitation ? row.email : null,
                locale: language,
              }),
      })),
    });
  },
  SeveralUsersResult,
);
