import { cookies } from "next/headers";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { DEVICE_COOKIE } from "@/lib/http/visitor";

/** Keeps the secret in the browser for another year, after a sign-in. */
export async function keepDeviceSecret(secret: string): Promise<void> {
  (await cookies()).set(DEVICE_COOKIE, secret, { ...LASTING_COOKIE, httpOnly: true, sameSite: "strict" });
}
