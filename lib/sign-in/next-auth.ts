import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from "@/lib/http/session-cookie";
import { describeError, log } from "@/lib/log";
import { SESSION_LIFETIME_MS } from "@/lib/session-lifetime";
import { signIn as checkSignIn, type SignInResult } from "./sign-in";

export type SignInRefusal = Extract<SignInResult, { ok: false }>;

/** Carries a refusal through Auth.js back to the action. */
export class SignInRefused extends CredentialsSignin {
  override code: string;
  constructor(readonly refusal: SignInRefusal) {
    super();
    this.code = refusal.reason;
  }
}

const credentials = z.object({
  identifier: z.string().max(320),
  password: z.string().max(1_024),
  entrySupplier: z.string().max(63),
  device: z.string().max(64),
});

/*
 * Auth.js only seals the session cookie. The cookie holds the id of a row of `sessions`, and each request reads session,
 * user and account again (lib/sign-in/session/session.ts). Its HTTP routes are not mounted: sign-in and sign-out are
 * server actions. See docs/decisions/0003-sessions.md.
 */
export const { signIn: sealSession, signOut: clearSession } = NextAuth((): NextAuthConfig => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: SESSION_LIFETIME_MS / 1000 },
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: SESSION_COOKIE_OPTIONS },
    // Auth.js would keep the page to return to in this cookie. The portal has another way, so this cookie expires at
    // once.
    callbackUrl: { name: "__Host-auth-return", options: { ...SESSION_COOKIE_OPTIONS, maxAge: 0 } },
  },
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) log("error", "auth_failed", describeError(error));
    },
    warn: () => {},
    debug: () => {},
  },
  providers: [
    Credentials({
      credentials: { identifier: {}, password: {}, entrySupplier: {}, device: {} },
      async authorize(typed, request) {
        const parsed = credentials.safeParse(typed);
        if (!parsed.success) throw new SignInRefused({ ok: false, reason: "wrong" });
        const result = await checkSignIn({
          ...parsed.data,
          address: clientAddress(request.headers),
          userAgent: request.headers.get("user-agent") ?? "",
        });
        if (!result.ok) throw new SignInRefused(result);
        return { id: result.userId, sessionId: result.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user && "sessionId" in user ? { sid: user.sessionId } : token),
  },
}));
