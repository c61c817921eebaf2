"use server";

import { refuse, say } from "@/lib/actions/answer";
import { customerAction } from "@/lib/actions/wrappers";
import { closeOwnRequest } from "@/lib/requests/close-own-request";
import { threadPlace } from "./request-path";

/** « C'est réglé »: closes a request, from the request's page or from the invoice's page. */
export const closeRequestAction = customerAction(
  {},
  async ({ viewer }, _typed, requestId: string, invoiceId: string) => {
    const { page, to } = threadPlace(requestId, invoiceId);
    const closed = await closeOwnRequest(viewer, requestId);
    return closed.ok ? say(page, { done: "closed" }, to) : refuse(page, { ...closed, about: requestId }, to);
  },
);
