"use server";

import { setSetting } from "@/lib/accounts/one/settings/set-setting";
import { setState } from "@/lib/accounts/one/settings/set-state";
import { goTo, refuse, say } from "@/lib/actions/answer";
import { choice, choiceOr } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";
import { accountPath } from "./account-path";

/** Sets the preference or the channel of the account, starts to close it, or opens it again. */
export const settingsAction = supplierStaffAction(
  {
    setting: choice(["preference", "channel", "closing", "open"]),
    preference: choiceOr([...PREFERENCES, ""], ""),
    channel: choiceOr([...CHANNELS, ""], ""),
  },
  async ({ viewer }, { setting, preference, channel }, id: string) => {
    const page = accountPath(id);
    if (setting === "closing" || setting === "open") {
      const set = await setState(viewer, id, setting);
      if (!set.ok) return refuse(page, { ...set, action: "state" });
      return say(page, { done: setting === "closing" ? "closing" : "reopened" });
    }
    const wanted = setting === "preference" ? preference && { preference } : channel && { channel };
    if (!wanted) return goTo(page);
    const set = await setSetting(viewer, id, wanted);
    if (!set.ok) return refuse(page, { ...set, action: setting });
    // Cancels the mails that wait for an account on paper.
    dispatchSoon();
    return say(page, { done: set.isNew ? "saved" : "unchanged" });
  },
);
