import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/uuid";

/** The `__Host-` prefix ties the cookie to this host, the whole path and HTTPS (RFC 6265bis); localhost counts as secure. */
export const SESSION_COOKIE = "__Host-e-facture";
export const SESSION_COOKIE_OPTIONS = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** The session id sealed in the cookie, or null for anything we did not seal or that is past its end. */
export async function unsealSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
    return typeof token?.sid === "string" && isUuid(token.sid) ? token.sid : null;
  } catch {
    return null;
  }
}

/** The cookie of a session that was not opened by a password just typed; sealed as Auth.js seals it, until `expiresAt`. */
export async function sealSessionId(id: string, expiresAt: Date, at: Date): Promise<string> {
  const maxAge = Math.ceil((expiresAt.getTime() - at.getTime()) / 1000);
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge });
}
