"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requestAttachment } from "@/lib/persons/request-attachment";

const PAGE = "/profile/companies";

/** Mails a link to the typed identifier if it can be attached. The answer is the same if it cannot. */
export const requestAttachmentAction = customerAction(
  { identifier: text(320) },
  async (session, { identifier }) => {
    if (identifier.trim() === "") return refuse(PAGE, { reason: "identifier_missing" });
    const result = await requestAttachment(session, identifier.trim());
    dispatchSoon();
    return result.ok ? say(PAGE, { outcome: "link_requested" }) : refuse(PAGE, { reason: "too_many_links" });
  },
);
