"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { attachByLink } from "@/lib/persons/attach-by-link";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const PAGE = "/profile/companies";
const form = z.object({ secret: z.string().max(64).catch("") });

/** Consumes the mailed link of an attachment; where it cannot, its page says why. */
export async function attachByLinkAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { secret } = form.parse(Object.fromEntries(data));
  const result = await attachByLink(session, secret);
  if (result.ok) {
    await leaveFlash(PAGE, {
      news: "attached",
      company: result.account.companyName,
      supplier: result.account.supplierName,
    });
    redirect(PAGE);
  }
  if (result.reason === "already_mine" || result.reason === "same_account") {
    await leaveFlash(PAGE, { refusal: result.reason });
    redirect(PAGE);
  }
  redirect(`${PAGE}/attach/${encodeURIComponent(secret || "none")}`);
}
