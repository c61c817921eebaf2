import { cookies, headers } from "next/headers";
import { clientAddress } from "./client-address";

/** The secret of a browser on which somebody has signed in (lib/sign-in/known-device); it gives no access. */
export const DEVICE_COOKIE = "__Host-device";

/** The origin of a request, as far as it is known. */
export interface Visitor {
  /** The network address, or "" when it is unknown. */
  address: string;
  /** The browser's own description (`User-Agent`). */
  userAgent: string;
  /** The secret of the browser; "" when nobody has signed in on it. */
  device: string;
}

/** Reads the origin of the current request. */
export async function readVisitor(): Promise<Visitor> {
  const head = await headers();
  return {
    address: clientAddress(head),
    userAgent: head.get("user-agent") ?? "",
    device: (await cookies()).get(DEVICE_COOKIE)?.value ?? "",
  };
}
