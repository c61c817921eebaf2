"use server";

import { goTo } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { returnPath } from "@/lib/http/return-path";
import { forgetEntrySupplier } from "@/lib/sign-in/session/forget-entry-supplier";

/** « Rester ici »: forgets the supplier whose page the user signed in on (R11), so that it is not mentioned again. */
export const forgetEntrySupplierAction = customerAction({ next: hidden(500) }, async (session, { next }) => {
  await forgetEntrySupplier(session);
  return goTo(returnPath(next) ?? "/invoices");
});
