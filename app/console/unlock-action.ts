"use server";

import type { ReactNode } from "react";
import { goTo, minutesUntil, showInPlace } from "@/lib/actions/answer";
import { secret } from "@/lib/actions/fields";
import { screenLockAction } from "@/lib/actions/wrappers";
import { readVisitor } from "@/lib/http/visitor";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { giveCode } from "@/lib/second-factor/give-code";

/** Opens a locked screen without loading the page again, so that nothing on the page is lost. */
export const unlockAction = screenLockAction(
  { code: secret(), recovery: secret() },
  async (session, { code, recovery }) => {
    if (!("state" in session)) return showInPlace({ isOpen: true });
    if (session.state !== "locked") return goTo("/second-factor");
    const typed = recovery.trim() === "" ? code : recovery;
    const given = await giveCode(session, { ...(await readVisitor()), code: typed });
    if (given.ok) {
      if (typed === recovery) dispatchSoon();
      return showInPlace({ isOpen: true });
    }
    const minutes = given.reason === "too_many" ? minutesUntil(given.retryAfterMs) : 0;
    return { ...showInPlace({ isOpen: false, reason: given.reason, minutes }), isRefusal: true };
  },
  // The lock itself shows the answer (`screen-lock.tsx`), so it gets the plain value.
  (shown) => shown as unknown as ReactNode,
);
