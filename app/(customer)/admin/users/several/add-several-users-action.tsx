"use server";

import { z } from "zod";
import { SeveralAnswer } from "@/components/admin/several-answer";
import { choiceOr } from "@/lib/actions/fields";
import { administratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { addSeveralUsers } from "@/lib/users/add-several-users";
import { inviterOf } from "../inviter";

/** Never cut: half an address would be somebody else's. */
const list = z.string().max(20_000).catch("");

/** Adds everybody of a pasted list; passwords to pass on stand in this answer alone. */
export const addSeveralUsersAction = administratorAction(
  { addresses: list, access: choiceOr(["default_password", "invitation"], "invitation") },
  async (session, { addresses, access }) => {
    const results = await addSeveralUsers(inviterOf(session), addresses, access, session.locale);
    if (access === "invitation") dispatchSoon();
    return <SeveralAnswer rows={results} />;
  },
);
