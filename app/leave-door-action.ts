"use server";

import { goTo } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { returnPath } from "@/lib/http/return-path";
import { leaveDoor } from "@/lib/sign-in/session/leave-door";

/** « Rester ici »: forgets the supplier whose page the user signed in on (R11), so that it is not mentioned again. */
export const leaveDoorAction = customerAction({ next: hidden(500) }, async (session, { next }) => {
  await leaveDoor(session);
  return goTo(returnPath(next) ?? "/invoices");
});
