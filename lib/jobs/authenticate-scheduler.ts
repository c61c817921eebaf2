import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Whether the request carries `Authorization: Bearer $CRON_SECRET`. Compares in constant time; false when no secret is set. */
export function isScheduler(headers: Headers): boolean {
  const secret = env().CRON_SECRET;
  const given = headers.get("authorization") ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return secret.length > 0 && timingSafeEqual(digest(given), digest(`Bearer ${secret}`));
}
