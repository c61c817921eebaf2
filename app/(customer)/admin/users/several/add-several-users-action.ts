"use server";

import { z } from "zod";
import { SeveralUsersResult } from "@/components/admin/several-users-result";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { planSeveralUsers } from "@/lib/users/plan-several-users";
import { actingAdministrator } from "../acting-administrator";

/** A list that is too long counts as empty. It is not cut, because a cut address could be that of another person. */
const list = z.string().max(20_000).catch("");

/**
 * Step `check` shows the people found in the pasted list; step `add` adds them. Only the response to `add` shows the
 * passwords to pass on.
 */
export const addSeveralUsersAction = provenAdministratorAction(
  {
    addresses: list,
    access: choiceOr(["default_password", "invitation"], "invitation"),
    step: choiceOr(["check", "add"], "check"),
  },
  async (session, { addresses, access, step }) => {
    if (step === "check") return { toConfirm: await planSeveralUsers(session.viewer, addresses) };
    const added = await addSeveralUsers(actingAdministrator(session), addresses, access, session.locale);
    if (!added.ok) return refuse("/admin/users/several", added);
    dispatchSoon();
    return showInPlace({ rows: added.results });
  },
  SeveralUsersResult,
);
