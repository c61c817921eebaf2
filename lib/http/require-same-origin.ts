import { headers } from "next/headers";
import { countRefusal } from "@/lib/limits/count-refusals";
import { redactPath } from "@/lib/log";
import { logSecurityEvent } from "@/lib/security-log";
import { clientAddress, networkOf } from "./client-address";
import { isSameOrigin } from "./same-origin";

/** Refuses a form posted by another site; the first check of every server action (security T10). */
export async function requireSameOrigin(): Promise<void> {
  const head = await headers();
  if (isSameOrigin(head)) return;
  countRefusal("origin_refused");
  logSecurityEvent("origin_refused", {
    path: redactPath(head.get("x-path") ?? ""),
    network: networkOf(clientAddress(head)),
  });
  throw new Error("A form was posted from another origin.");
}
