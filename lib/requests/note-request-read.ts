import { and, inArray } from "drizzle-orm";
import { after } from "next/server";
import { customerRequests } from "@/db/schema/customer-requests";
import { visibleRequests } from "@/lib/access/access";
import type { AccountReader, CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";

/**
 * Records, after the current response, that a user of the account has read the answers of these requests. Records
 * nothing for staff viewing as a customer's user. Never delays or fails the response.
 */
export function noteRequestRead(viewer: AccountReader, ids: readonly string[]): void {
  if (ids.length === 0 || viewer.kind === "view_as") return;
  after(async () => {
    try {
      await markRequestsRead(viewer, ids);
    } catch (error) {
      log("error", "request_reading_not_noted", describeError(error));
    }
  });
}

/** Records that a user of the viewer's account has read the answers of these requests. */
export function markRequestsRead(viewer: CustomerUser, ids: readonly string[]): Promise<void> {
  return withViewer(viewer, async (tx) => {
    await tx
      .update(customerRequests)
      .set({ readAt: now() })
      .where(and(visibleRequests(viewer), inArray(customerRequests.id, [...ids])));
  });
}
