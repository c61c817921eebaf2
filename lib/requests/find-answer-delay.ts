import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

/** The working days within which the viewer's supplier promises an answer; null when it makes no promise. */
export async function findAnswerDelay(tx: Transaction, viewer: StaffUser): Promise<number | null> {
  const [found] = await tx
    .select({ days: suppliers.answerWithinDays })
    .from(suppliers)
    .where(eq(suppliers.id, viewer.supplierId));
  return found?.days ?? null;
}

/** Finds the answer delay in a separate transaction, for a page that shows nothing else of the supplier. */
export const openAnswerDelay = (viewer: StaffUser): Promise<number | null> =>
  withViewer(viewer, (tx) => findAnswerDelay(tx, viewer));
