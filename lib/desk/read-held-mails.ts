import { and, count, eq, gt, inArray, max, sql } from "drizzle-orm";
import { mails, supplierSending } from "@/db/schema/mails";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { PauseCause } from "@/lib/mails/sending-limits";

export interface HeldMails {
  /** Since when and why the supplier's mails are paused, and how many wait. */
  pause: { since: Date; cause: PauseCause; waiting: number } | null;
  /** First activations whose turn has not come, and when the last of them leaves. */
  steps: { waiting: number; until: Date } | null;
}

/** Returns the mails of the supplier that wait although nothing is wrong with each of them, and why. */
export function readHeldMails({ supplierId, ...viewer }: StaffUser): Promise<HeldMails> {
  return withViewer({ ...viewer, supplierId }, async (tx) => {
    const held = and(eq(mails.supplierId, supplierId), eq(mails.state, "queued"));
    const [[sending], [paused], [steps]] = await Promise.all([
      tx
        .select({ pausedAt: supplierSending.pausedAt, cause: supplierSending.pauseCause })
        .from(supplierSending)
        .where(eq(supplierSending.supplierId, supplierId)),
      tx
        .select({ waiting: count() })
        .from(mails)
        .where(and(held, inArray(mails.heldFor, ["paused", "suspended"]))),
      tx
        .select({
          waiting: sql<number>`count(*) filter (where ${mails.kind} = 'activation')::int`,
          until: max(mails.nextTryAt),
        })
        .from(mails)
        .where(and(held, eq(mails.heldFor, "steps"), gt(mails.nextTryAt, now()))),
    ]);
    return {
      pause:
        sending?.pausedAt && sending.cause
          ? { since: sending.pausedAt, cause: sending.cause, waiting: paused?.waiting ?? 0 }
          : null,
      steps: steps?.until && steps.waiting > 0 ? { waiting: steps.waiting, until: steps.until } : null,
    };
  });
}
