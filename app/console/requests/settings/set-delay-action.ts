"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { setAnswerDelay } from "@/lib/requests/set-answer-delay";

const PAGE = "/console/requests/settings";

/** Sets the promised answer delay, which customers see beside the form of a question. */
export const setDelayAction = supplierStaffAction({ days: text(20) }, async ({ viewer }, { days }) => {
  const set = await setAnswerDelay(viewer, days);
  return set.ok ? say(PAGE, { done: "delay_set" }) : refuse(PAGE, set);
});
