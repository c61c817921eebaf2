import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { decode, encode } from "next-auth/jwt";
import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS, unsealSessionId } from "@/lib/http/session-cookie";

const SECRET = process.env.AUTH_SECRET ?? "";
const OTHER = "another-secret-another-secret-another-secret";

const seal = (token: object, secret = SECRET, salt = SESSION_COOKIE, maxAge = 60) =>
  encode({ token: { ...token }, secret, salt, maxAge });

function rotate(secrets: string): void {
  process.env.AUTH_SECRET = secrets;
  forgetEnv();
}
afterEach(() => rotate(SECRET));

describe("the session cookie", () => {
  it("has the __Host- prefix, path /, Secure and HttpOnly", () => {
    expect(SESSION_COOKIE).toMatch(/^__Host-/);
    expect(SESSION_COOKIE_OPTIONS).toEqual({ httpOnly: true, secure: true, sameSite: "lax", path: "/" });
  });

  it("returns the encrypted session id, which is not readable in the cookie", async () => {
    const sid = randomUUID();
    const cookie = await seal({ sid });
    expect(await unsealSessionId(cookie)).toBe(sid);
    const parts = cookie.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect([cookie, ...parts].join()).not.toContain(sid);
    await expect(decode({ token: cookie, secret: OTHER, salt: SESSION_COOKIE })).rejects.toThrow();
  });

  it("is refused if encrypted with another secret, for another purpose, or too long ago", async () => {
    const sid = randomUUID();
    expect(await unsealSessionId(await seal({ sid }, OTHER))).toBeNull();
    expect(await unsealSessionId(await seal({ sid }, SECRET, "authjs.csrf-token"))).toBeNull();
    expect(await unsealSessionId(await seal({ sid }, SECRET, SESSION_COOKIE, -60))).toBeNull();
  });

  it("is refused if it contains no session id", async () => {
    for (const token of [
      {},
      { sid: 1 },
      { sid: null },
      { sid: "" },
      { sid: "' or 1=1" },
      { sub: randomUUID() },
    ])
      expect(await unsealSessionId(await seal(token)), JSON.stringify(token)).toBeNull();
  });

  it("is refused if anything in it was changed, or it is not ours", async () => {
    const sid = randomUUID();
    const cookie = await seal({ sid });
    expect(await unsealSessionId(undefined)).toBeNull();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ sid })).toString("base64url")}.`;
    for (const garbage of ["", "null", sid, "a.b.c", "a.b.c.d.e", unsigned])
      expect(await unsealSessionId(garbage), garbage).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.nat(cookie.length - 1), fc.constantFrom("A", "z", "_", "."), async (at, letter) => {
        fc.pre(cookie[at] !== letter);
        const changed = cookie.slice(0, at) + letter + cookie.slice(at + 1);
        // Decoding ignores some bits of the last letter of a part, so another letter may give the same bytes.
        const isSameBytes = (text: string) =>
          text
            .split(".")
            .map((part) => Buffer.from(part, "base64url").toString("hex"))
            .join(".");
        expect(await unsealSessionId(changed)).toBe(
          isSameBytes(changed) === isSameBytes(cookie) ? sid : null,
        );
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await unsealSessionId(text)).toBeNull();
      }),
    );
  });

  it("stays valid during a rotation of the secret, and not after it", async () => {
    const sid = randomUUID();
    const old = await seal({ sid });
    rotate(`${OTHER},${SECRET}`);
    expect(await unsealSessionId(old)).toBe(sid);
    expect(await unsealSessionId(await seal({ sid }, OTHER))).toBe(sid);
    rotate(OTHER);
    expect(await unsealSessionId(old)).toBeNull();
  });
});
