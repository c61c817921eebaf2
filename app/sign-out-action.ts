"use server";

import { currentSession } from "@/lib/auth/current-session";
import { clearSession } from "@/lib/auth/next-auth";
import { signOut } from "@/lib/auth/sign-out";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { redirect } from "next/navigation";

/** Ends the session in the database first, then forgets the cookie. */
export async function signOutAction(): Promise<void> {
  await requireSameOrigin();
  const session = await currentSession();
  if (session) await signOut(session);
  await clearSession({ redirect: false });
  const door = session?.supplier ? `/${session.supplier.slug}` : "/";
  await leaveFlash(door, { reason: "signed_out" });
  redirect(door);
}
