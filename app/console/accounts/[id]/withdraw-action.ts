"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { LONGEST_REASON } from "@/lib/deposits/longest-reason";
import { withdrawByNumber } from "@/lib/deposits/withdraw-by-number";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { accountPath } from "./account-path";

/** « Retirer cette facture »: withdraws an invoice that reached the wrong account, and shows who opened it. */
export const withdrawAction = supplierStaffAction(
  { invoice: text(200), reason: text(LONGEST_REASON + 1) },
  async ({ viewer }, { invoice, reason }, id: string) => {
    const page = accountPath(id);
    const withdrawn = await withdrawByNumber(viewer, id, invoice, reason);
    if (!withdrawn.ok) return refuse(page, { ...withdrawn, action: "withdraw" });
    dispatchSoon();
    return say(page, { done: "withdrawn" }, `${page}?invoice=${withdrawn.id}`);
  },
);
