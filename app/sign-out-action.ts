"use server";

import { say } from "@/lib/actions/answer";
import { publicAction } from "@/lib/actions/wrappers";
import { clearSession } from "@/lib/sign-in/next-auth";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { waitingSession } from "@/lib/sign-in/session/waiting-session";
import { signOut } from "@/lib/sign-in/sign-out";

/** Ends the session in the database, then deletes the cookie. For customers and staff; may be called twice. */
export const signOutAction = publicAction({}, async () => {
  const session = (await currentSession()) ?? (await waitingSession());
  if (session) await signOut(session);
  await clearSession({ redirect: false });
  return say(session?.supplier ? `/${session.supplier.slug}` : "/", { reason: "signed_out" });
});
