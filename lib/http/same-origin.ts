import { env } from "@/lib/env";

/**
 * Returns whether a state-changing request comes from one of our own pages: its Origin is ours, or there is no Origin
 * and Fetch Metadata says "same-origin" (security T10). `null`, sibling domains and other sites are refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin === new URL(env().APP_URL).origin;
  return headers.get("sec-fetch-site") === "same-origin";
}
