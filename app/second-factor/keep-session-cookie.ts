import { cookies } from "next/headers";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from "@/lib/http/session-cookie";
import type { CompletedSession } from "@/lib/sign-in/second-factor/complete-session";

/** Gives the browser the cookie of its completed session. */
export async function keepSessionCookie({ sessionId, expiresAt }: CompletedSession): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, await sealSessionId(sessionId, expiresAt, now()), {
    ...SESSION_COOKIE_OPTIONS,
    expires: expiresAt,
  });
}
