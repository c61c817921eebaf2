"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { SUPPLIER_ROLES } from "@/lib/roles";
import { inviteStaff } from "@/lib/users/staff/invite-staff";
import { actingManager } from "./session-actor";

const PAGE = "/console/staff";

/** « Inviter un collègue »: adds an adviser or manager, and mails a link to choose a password. */
export const inviteStaffAction = provenSupplierManagerAction(
  { name: text(200), email: text(300), role: choiceOr(SUPPLIER_ROLES, "adviser") },
  async (session, typed) => {
    // The invited person reads the mail in the inviter's language until choosing another.
    const invited = await inviteStaff(actingManager(session), { ...typed, locale: session.locale });
    if (!invited.ok) return refuse(PAGE, { ...invited, action: "invite" });
    dispatchSoon();
    return say(PAGE, { done: "invited", email: invited.email });
  },
);
