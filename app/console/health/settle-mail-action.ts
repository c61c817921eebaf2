"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice, hidden } from "@/lib/actions/fields";
import { provenOperatorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { MAIL_CHOICES } from "@/lib/operators/mail-choices";
import { settleFailedMail } from "@/lib/operators/settle-failed-mail";

const PAGE = "/console/health";

/** « Relancer » or « Abandonner » of a mail that was not sent, or may not have been. */
export const settleMailAction = provenOperatorAction(
  { do: choice(MAIL_CHOICES), mail: hidden(36) },
  async (session, { do: wanted, mail }) => {
    const settled = await settleFailedMail(session, mail, wanted);
    if (!settled.ok) return refuse(PAGE, { ...settled, action: "mail" });
    dispatchSoon();
    return say(PAGE, { done: wanted });
  },
);
