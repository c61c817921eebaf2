import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { mails, supplierSending } from "@/db/schema/mails";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";

const RELEASED_TOGETHER = 1_000;
/** In one run; the next run continues, so that the mails of others leave meanwhile. */
const RELEASES_A_RUN = 10;

/**
 * Lets the mails leave that were held because their supplier was suspended or paused and is no longer, oldest first.
 * The time after which a mail is given up begins now. At most 10,000 in a call, and none after `deadline`. Safe to run
 * twice and in parallel.
 */
export async function releaseHeldMails(at: Date, deadline?: Date): Promise<void> {
  for (let run = 0; run < RELEASES_A_RUN && (deadline === undefined || now() < deadline); run += 1) {
    const released = await withViewer({ kind: "job" }, (tx) => releaseSome(tx, at));
    if (released < RELEASED_TOGETHER) return;
  }
}

async function releaseSome(tx: Transaction, at: Date): Promise<number> {
  const working = tx
    .select({ id: suppliers.id })
    .from(suppliers)
    .leftJoin(supplierSending, eq(supplierSending.supplierId, suppliers.id))
    .where(and(isNull(suppliers.suspendedAt), isNull(supplierSending.pausedAt)));
  const held = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        inArray(mails.heldFor, ["suspended", "paused"]),
        eq(mails.state, "queued"),
        inArray(mails.supplierId, working),
      ),
    )
    .orderBy(asc(mails.createdAt))
    .limit(RELEASED_TOGETHER)
    .for("update", { skipLocked: true });
  if (held.length > 0)
    await tx
      .update(mails)
      .set({ heldFor: null, nextTryAt: at, sendableSince: at })
      .where(
        inArray(
          mails.id,
          held.map(({ id }) => id),
        ),
      );
  return held.length;
}
