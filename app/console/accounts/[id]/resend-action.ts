"use server";

import { PICKS } from "@/lib/accounts/one/invoices/picks";
import { resendAccountActivation } from "@/lib/accounts/one/resend/resend-account-activation";
import { resendInvoices, resendMissed } from "@/lib/accounts/one/resend/resend-invoices";
import { refuse, say } from "@/lib/actions/answer";
import { choice, hidden, text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { isPlainDate } from "@/lib/dates";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { accountPath } from "./account-path";

/**
 * Sends again, once for each time it is sent: the activation, the notification of one invoice (`only`) or of the chosen
 * ones, or what was missed since a day.
 */
export const resendAction = supplierStaffAction(
  {
    what: choice(["invoices", "missed", "activation"]),
    only: hidden(36),
    since: text(20),
    ...Object.fromEntries(PICKS.map((name) => [name, hidden(36)])),
  },
  async ({ viewer, supplier }, typed, id: string) => {
    const page = accountPath(id);
    const { what, only, since } = typed;
    if (what === "activation") {
      const sent = await resendAccountActivation(viewer, id);
      if (!sent.ok) return refuse(page, { ...sent, action: "resend" });
      dispatchSoon();
      return say(page, { done: "activation", recipient: sent.recipient });
    }
    if (what === "missed" && !isPlainDate(since.trim()))
      return refuse(page, { reason: "date_invalid", action: "resend" });
    const picked = only ? [only] : PICKS.flatMap((name) => (typed as Record<string, string>)[name] || []);
    const sent =
      what === "missed"
        ? await resendMissed(viewer, id, { day: since.trim(), timeZone: supplier.timeZone })
        : await resendInvoices(viewer, id, picked);
    if (!sent.ok) return refuse(page, { ...sent, action: what === "missed" ? "resend" : "invoices" });
    dispatchSoon();
    return say(page, { done: "resent", count: sent.count, recipient: sent.recipient });
  },
);
