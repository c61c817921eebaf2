import { cookies } from "next/headers";
import { SUPPLIER_COOKIE } from "@/lib/sign-in/session/current-session";

const YEAR_SECONDS = 365 * 86_400;
export const LASTING_COOKIE = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", secure: true } as const;

/** From now on this browser is asked to sign in at this supplier's door. */
export async function rememberSupplier(slug: string): Promise<void> {
  (await cookies()).set(SUPPLIER_COOKIE, slug, { ...LASTING_COOKIE, httpOnly: true });
}
