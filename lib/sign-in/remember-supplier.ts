import { cookies } from "next/headers";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { SUPPLIER_COOKIE } from "@/lib/sign-in/session/current-session";

/** From now on this browser is asked to sign in at this supplier. */
export async function rememberSupplier(slug: string): Promise<void> {
  (await cookies()).set(SUPPLIER_COOKIE, slug, { ...LASTING_COOKIE, httpOnly: true });
}
