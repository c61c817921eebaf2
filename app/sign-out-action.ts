"use server";

import { redirect } from "next/navigation";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { clearSession } from "@/lib/sign-in/next-auth";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { signOut } from "@/lib/sign-in/sign-out";

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
