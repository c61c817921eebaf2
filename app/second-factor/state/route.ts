import type { NextRequest } from "next/server";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/http/session-cookie";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionLock } from "@/lib/sign-in/session/waiting-session";

const NO_STORE = { "cache-control": "private, no-store" };

/**
 * Tells a console page whether its session is open or locked, and when it locks. The request does not count as
 * activity; `?active` says that somebody types on the page.
 */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const id = await unsealSessionId(request.cookies.get(SESSION_COOKIE)?.value);
    if (id && request.nextUrl.searchParams.has("active")) await resumeSession(id);
    const lock = id ? await sessionLock(id) : null;
    if (!lock || lock.state === "ended")
      return Response.json({ state: "ended" }, { status: 401, headers: NO_STORE });
    return Response.json(lock, { headers: NO_STORE });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return Response.json({ state: "unknown" }, { status: 503, headers: { ...NO_STORE, "retry-after": "5" } });
  }
}
