import { and, count, eq, gt, isNull, lte, min, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { refusalNotices } from "@/db/schema/alerts";
import { refusedFiles } from "@/db/schema/deposits";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { HOUR_MS } from "@/lib/durations";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { managersToTell } from "@/lib/mails/outbox/managers-to-tell";
import { queueMails } from "@/lib/mails/outbox/queue-mail";

/** Managers get at most one such mail in this time; it sums up. */
const AT_MOST_EVERY_MS = HOUR_MS;

/**
 * Queues a mail to each active manager of a supplier with files that were refused since the last such mail and are not
 * settled. The caller holds the lock of the alerts, so that each mail is queued once.
 */
export async function tellManagers(tx: Transaction, at: Date): Promise<void> {
  const found = await tx
    .select({
      supplierId: refusedFiles.supplierId,
      files: count(),
      firstAt: min(refusedFiles.lastRefusedAt),
      mailsTold: refusalNotices.mailsTold,
    })
    .from(suppliers)
    .innerJoin(refusedFiles, and(eq(refusedFiles.supplierId, suppliers.id), isNull(refusedFiles.resolution)))
    .leftJoin(refusalNotices, eq(refusalNotices.supplierId, suppliers.id))
    .where(
      or(
        isNull(refusalNotices.toldAt),
        and(
          lte(refusalNotices.toldAt, new Date(at.getTime() - AT_MOST_EVERY_MS)),
          gt(refusedFiles.lastRefusedAt, refusalNotices.toldAt),
        ),
      ),
    )
    .groupBy(refusedFiles.supplierId, refusalNotices.mailsTold);
  for (const { supplierId, files, firstAt, mailsTold } of found) {
    const props = {
      supplier: await mailSupplier(tx, supplierId),
      count: files,
      firstAt: (firstAt ?? at).toISOString(),
    };
    const managers = await managersToTell(tx, supplierId);
    const told = { toldAt: at, mailsTold: (mailsTold ?? 0) + 1 };
    await tx
      .insert(refusalNotices)
      .values({ supplierId, ...told })
      .onConflictDoUpdate({ target: refusalNotices.supplierId, set: told });
    await queueMails(
      tx,
      managers.map((manager) => ({
        ...{ ...manager, id: uuidv7(), at, supplierId, accountId: null },
        // One mail for each manager and number of the notice.
        ...{ subjectId: manager.userId, generation: told.mailsTold },
        kind: "deposits_refused" as const,
        props,
      })),
    );
  }
}
