import { env } from "@/lib/env";

/**
 * Whether a state-changing request comes from one of our own pages: its Origin is ours or, where a browser sends none,
 * Fetch Metadata says so (quality T10). `null`, siblings and strangers are refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin === new URL(env().APP_URL).origin;
  return headers.get("sec-fetch-site") === "same-origin";
}
