"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";

const PAGE = "/profile/companies";
const form = z.object({ user: z.string().max(64).catch("") });

/** Detaches one of the person's identifiers; where this session had come through it, it is over and one signs in again. */
export async function detachIdentifierAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { user } = form.parse(Object.fromEntries(data));
  const result = await detachIdentifier(session, user);
  if (!(await resumeSession(session.id))) {
    const door = `/${session.supplier.slug}`;
    await leaveFlash(door, { reason: "signed_out" });
    redirect(door);
  }
  await leaveFlash(
    PAGE,
    result.ok
      ? { news: result.isStillMine ? "still_mine" : "detached", identifier: result.identifier }
      : { news: "not_attached" },
  );
  redirect(PAGE);
}
