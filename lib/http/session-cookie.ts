import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/uuid";

/** The `__Host-` prefix binds the cookie to this host, all paths and HTTPS (RFC 6265bis); localhost counts as secure. */
export const SESSION_COOKIE = "__Host-e-facture";
export const SESSION_COOKIE_OPTIONS = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** The session id sealed in the cookie, or null when the cookie is forged or expired. */
export async function unsealSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
    return typeof token?.sid === "string" && isUuid(token.sid) ? token.sid : null;
  } catch {
    return null;
  }
}

/** The cookie of a session opened without typing a password (a switch), sealed like Auth.js does, until `expiresAt`. */
export async function sealSessionId(id: string, expiresAt: Date, at: Date): Promise<string> {
  const maxAge = Math.ceil((expiresAt.getTime() - at.getTime()) / 1000);
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge });
}
