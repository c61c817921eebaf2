import { expect } from "@playwright/test";
import { LOCALE_COOKIE } from "@/lib/languages";

/**
 * Checks that each cookie has a name prefix and the attributes that the prefix requires (RFC 6265bis, 4.1.3). Scripts
 * may read only the cookie of the language.
 */
export function expectSafeCookies(response: Response, of: string): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.toLowerCase().split("; ");
    const [name = ""] = pair.split("=");
    expect(name, of).toMatch(/^__(host|secure)-/);
    expect(attributes, of).toEqual(
      expect.arrayContaining(["secure", expect.stringMatching(/^samesite=(lax|strict)$/)]),
    );
    if (name.startsWith("__host-")) expect(attributes, of).toContain("path=/");
    if (name !== LOCALE_COOKIE.toLowerCase()) expect(attributes, of).toContain("httponly");
    expect(line, of).not.toMatch(/domain=/i);
  }
}
