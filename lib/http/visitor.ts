import { headers } from "next/headers";
import { clientAddress } from "./client-address";

/** Where a request comes from, as far as it can be known. */
export interface Visitor {
  /** The network address, or "" when it cannot be known. */
  address: string;
  /** What the browser says it is. */
  userAgent: string;
}

/** Where the request being answered comes from. */
export async function readVisitor(): Promise<Visitor> {
  const head = await headers();
  return { address: clientAddress(head), userAgent: head.get("user-agent") ?? "" };
}
