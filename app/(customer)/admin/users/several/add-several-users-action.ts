"use server";

import { z } from "zod";
import { SeveralUsersResult } from "@/components/admin/several-users-result";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { actingAdministrator } from "../acting-administrator";

/** A list that is too long counts as empty. It is not cut, because a cut address could be that of another person. */
const list = z.string().max(20_000).catch("");

/** Adds all users of a pasted list. Only this response shows the passwords to pass on. */
export const addSeveralUsersAction = provenAdministratorAction(
  { addresses: list, access: choiceOr(["default_password", "invitation"], "invitation") },
  async (session, { addresses, access }) => {
    const added = await addSeveralUsers(actingAdministrator(session), addresses, access, session.locale);
    if (!added.ok) return refuse("/admin/users/several", added);
    dispatchSoon();
    return showInPlace({ rows: added.results });
  },
  SeveralUsersResult,
);
