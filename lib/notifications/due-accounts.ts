import { and, asc, eq, gt, lt, ne, notExists, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { digests, notifications } from "@/db/schema/notifications";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";

/** Number of digests made in one transaction. */
export const ACCOUNTS_PER_BATCH = 100;

/** The day of a digest, and the time before which a deposit makes it due; null: all waiting notifications are due. */
export interface DueWindow {
  day: PlainDate;
  closedAt: Date | null;
  /** The digests that the supplier's staff asked for, and no others. */
  isRequested?: boolean;
}

/**
 * Finds the supplier's next accounts, after the given one, with notifications made before the window closed and no
 * digest of that day yet. A cancelled digest does not count: its invoices go into another digest of the same day.
 */
export async function findDueAccounts(
  supplierId: string,
  window: DueWindow,
  after: string | null,
): Promise<string[]> {
  const rows = await withViewer({ kind: "job" }, (tx) => {
    const made = tx
      .select({ one: sql`1` })
      .from(digests)
      .innerJoin(
        mails,
        and(
          eq(mails.accountId, digests.accountId),
          eq(mails.kind, "digest"),
          eq(mails.subjectId, digests.id),
          ne(mails.state, "cancelled"),
        ),
      )
      .where(
        and(
          eq(digests.accountId, notifications.accountId),
          eq(digests.day, window.day),
          // A digest that staff asked for is beside that of the day.
          eq(digests.isRequested, false),
        ),
      );
    return tx
      .selectDistinct({ accountId: notifications.accountId })
      .from(notifications)
      .where(
        and(
          eq(notifications.supplierId, supplierId),
          eq(notifications.state, "waiting"),
          eq(notifications.preference, "digest"),
          eq(notifications.isDueNow, window.isRequested ?? false),
          after ? gt(notifications.accountId, after) : undefined,
          window.closedAt ? and(lt(notifications.createdAt, window.closedAt), notExists(made)) : undefined,
        ),
      )
      .orderBy(asc(notifications.accountId))
      .limit(ACCOUNTS_PER_BATCH);
  });
  return rows.map(({ accountId }) => accountId);
}
