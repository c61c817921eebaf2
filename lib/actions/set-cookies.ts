import { cookies } from "next/headers";
import { z } from "zod";

/** A cookie as it was set: name, value and attributes. */
export const setCookie = z.looseObject({ name: z.string(), value: z.string() });
export type SetCookie = z.infer<typeof setCookie>;

/**
 * Returns the cookies set by the current action. Next keeps them in one list with the cookies of the request, which
 * have no attribute except a path.
 */
export async function cookiesOfAnswer(): Promise<SetCookie[]> {
  return (await cookies())
    .getAll()
    .filter((cookie) => Object.keys(cookie).some((key) => !["name", "value", "path"].includes(key)))
    .map((cookie) => setCookie.parse(cookie));
}

/** Sets the cookies of an earlier answer. */
export async function setCookies(kept: readonly SetCookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, expires, ...attributes } of kept)
    jar.set({ name, value, ...attributes, ...(expires ? { expires: new Date(String(expires)) } : {}) });
}
