"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const PAGE = "/profile/companies";
const form = z.object({ identifier: z.string().max(320).catch("") });

/** Has a link mailed to the identifier that was typed, if it can be, and says the same if it cannot. */
export async function requestAttachmentAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const identifier = form.parse(Object.fromEntries(data)).identifier.trim();
  if (identifier === "") {
    await leaveFlash(PAGE, { refusal: "identifier_missing" });
    redirect(PAGE);
  }
  const result = await requestAttachment(session, identifier);
  dispatchSoon();
  await leaveFlash(PAGE, result.ok ? { news: "link_requested" } : { refusal: "too_many_links", identifier });
  redirect(PAGE);
}
