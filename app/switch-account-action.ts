"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { now } from "@/lib/clock";
import { clientAddress } from "@/lib/http/client-address";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { returnPath } from "@/lib/http/return-path";
import { switchAccount } from "@/lib/persons/switch-account";
import { rememberSupplier } from "@/lib/sign-in/remember-supplier";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { sealSessionId, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from "@/lib/sign-in/session/session-cookie";

const form = z.object({
  user: z.string().max(64).catch(""),
  next: z.string().optional().catch(undefined),
});

/** Goes on in another account of the same person: its list, or the page that was asked for. */
export async function switchAccountAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { user, next } = form.parse(Object.fromEntries(data));
  const head = await headers();
  const result = await switchAccount(session, user, {
    address: clientAddress(head),
    userAgent: head.get("user-agent") ?? "",
  });
  if (!result.ok) {
    const isLater = result.reason === "too_often";
    if (isLater || user !== session.viewer.userId)
      await leaveFlash("/invoices", { switched: isLater ? "later" : "no" });
    redirect("/invoices");
  }
  const { expiresAt, account } = result;
  (await cookies()).set(SESSION_COOKIE, await sealSessionId(result.sessionId, expiresAt, now()), {
    ...SESSION_COOKIE_OPTIONS,
    expires: expiresAt,
  });
  await rememberSupplier(account.supplier.slug);
  await leaveFlash("/invoices", { switched: "yes" });
  redirect(returnPath(next) ?? "/invoices");
}
