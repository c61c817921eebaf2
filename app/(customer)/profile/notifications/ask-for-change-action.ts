"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { PREFERENCES } from "@/lib/preferences";
import { recordRequest } from "@/lib/requests/record-request";

const PAGE = "/profile/notifications";

const fields = {
  email: text(400),
  preference: choiceOr(["", ...PREFERENCES], ""),
  message: text(10_000),
};

/** « Demander une modification » (R20): sends a request to the adviser; the settings stay unchanged. */
export const askForChangeAction = customerAction(
  fields,
  async ({ viewer }, { email, preference, message }) => {
    const asked = await recordRequest(viewer, {
      kind: "notification_change",
      email: email.trim() === "" ? null : email,
      preference: preference || null,
      message,
    });
    if (!asked.ok) return refuse(PAGE, asked, `${PAGE}#request`);
    dispatchSoon();
    return say(PAGE, { sent: "yes" });
  },
);
