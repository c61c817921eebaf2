import { cookies } from "next/headers";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { SUPPLIER_COOKIE } from "@/lib/sign-in/session/current-session";

/** Remembers the supplier whose sign-in page this browser will be sent to. */
export async function rememberSupplier(slug: string): Promise<void> {
  (await cookies()).set(SUPPLIER_COOKIE, slug, { ...LASTING_COOKIE, httpOnly: true });
}
