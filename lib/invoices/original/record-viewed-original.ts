import { sqlClient } from "@/db/client";
import type { ViewAs } from "@/lib/access/viewer";
import { now } from "@/lib/clock";

/**
 * Writes to the customer's journal that staff opened this original while viewing as one of its users, at most once in
 * half an hour. False when the invoice is not in that account or the view has ended; then the original must not be
 * sent.
 */
export async function recordViewedOriginal(viewer: ViewAs, invoiceId: string): Promise<boolean> {
  const [row] = await sqlClient()<{ ok: boolean }[]>`
    select auth_record_viewed_original(${viewer.sessionId}, ${invoiceId}, ${now()}) as ok`;
  return row?.ok ?? false;
}
