"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { replyToRequest } from "@/lib/requests/reply-to-request";
import { threadPlace } from "./request-path";

/** Adds a message to the thread of a request, from the request's page or from the invoice's page. */
export const replyAction = customerAction(
  { text: text(10_000) },
  async ({ viewer }, typed, requestId: string, invoiceId: string) => {
    const { page, to } = threadPlace(requestId, invoiceId);
    const replied = await replyToRequest(viewer, requestId, typed.text);
    if (!replied.ok) return refuse(page, { ...replied, about: requestId }, to);
    dispatchSoon();
    return say(page, { done: "replied" }, to);
  },
);
