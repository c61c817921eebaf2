"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/http/client-address";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { requireCustomer } from "@/lib/sign-in/session/current-session";

const PAGE = "/profile/companies";
const form = z.object({
  identifier: z.string().max(320).catch(""),
  password: z.string().max(1_024).catch(""),
});

/** Attaches the identifier whose password was typed, or comes back to the form and says why not. */
export async function attachIdentifierAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { identifier, password } = form.parse(Object.fromEntries(data));
  if (identifier.trim() === "" || password === "") {
    await leaveFlash(PAGE, { refusal: "incomplete", identifier: identifier.trim() });
    redirect(PAGE);
  }
  const address = clientAddress(await headers());
  const result = await attachIdentifier(session, { identifier, password, address });
  if (result.ok)
    await leaveFlash(PAGE, {
      news: "attached",
      company: result.account.companyName,
      supplier: result.account.supplierName,
    });
  else {
    const minutes = result.reason === "too_many" ? Math.max(1, Math.ceil(result.retryAfterMs / 60_000)) : 0;
    await leaveFlash(PAGE, { refusal: result.reason, identifier, minutes: String(minutes) });
  }
  redirect(PAGE);
}
