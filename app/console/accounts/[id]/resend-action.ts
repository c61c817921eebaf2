"use server";

import { resendAccountActivation } from "@/lib/accounts/one/resend/resend-account-activation";
import { resendInvoice } from "@/lib/accounts/one/resend/resend-invoice";
import { refuse, say } from "@/lib/actions/answer";
import { choice, hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { sendMissed } from "@/lib/notifications/send-missed";
import { accountPath } from "./account-path";

/**
 * Sends a mail again: the activation, the notification of one invoice (`invoice`), or all missed invoices in one mail.
 */
export const resendAction = supplierStaffAction(
  { what: choice(["invoice", "missed", "activation"]), invoice: hidden(36) },
  async ({ viewer }, { what, invoice }, id: string) => {
    const page = accountPath(id);
    if (what === "invoice") {
      const sent = await resendInvoice(viewer, id, invoice);
      if (!sent.ok) return refuse(page, { ...sent, action: "invoices" });
      dispatchSoon();
      return say(page, { done: "resent", number: sent.number, recipient: sent.recipient });
    }
    if (what === "missed") {
      const sent = await sendMissed(viewer, id);
      if (!sent.ok) return refuse(page, { ...sent, action: "resend" });
      dispatchSoon();
      return say(page, { done: "missed", count: sent.count });
    }
    const sent = await resendAccountActivation(viewer, id);
    if (!sent.ok) return refuse(page, { ...sent, action: "resend" });
    dispatchSoon();
    return say(page, { done: "activation", recipient: sent.recipient });
  },
);
