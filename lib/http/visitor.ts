import { headers } from "next/headers";
import { clientAddress } from "./client-address";

/** The origin of a request, as far as it is known. */
export interface Visitor {
  /** The network address, or "" when it is unknown. */
  address: string;
  /** The browser's own description (`User-Agent`). */
  userAgent: string;
}

/** Reads the origin of the current request. */
export async function readVisitor(): Promise<Visitor> {
  const head = await headers();
  return { address: clientAddress(head), userAgent: head.get("user-agent") ?? "" };
}
