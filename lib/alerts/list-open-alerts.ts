import { and, asc, isNotNull, isNull } from "drizzle-orm";
import { alerts } from "@/db/schema/alerts";
import type { Transaction } from "@/db/transaction";
import type { AlertSubject } from "@/lib/alert-conditions";
import { aboutOf } from "./alert-subject";

/** An alert that operators were told of, and that is not over. */
export interface OpenAlert {
  id: string;
  about: AlertSubject;
  openedAt: Date;
}

/** Lists the open alerts, oldest first. */
export async function listOpenAlerts(tx: Transaction): Promise<OpenAlert[]> {
  const rows = await tx
    .select({
      id: alerts.id,
      condition: alerts.condition,
      subject: alerts.subject,
      openedAt: alerts.openedAt,
    })
    .from(alerts)
    .where(and(isNull(alerts.closedAt), isNotNull(alerts.openedAt)))
    .orderBy(asc(alerts.openedAt), asc(alerts.id));
  const open: OpenAlert[] = [];
  for (const { id, openedAt, ...stored } of rows)
    if (openedAt) open.push({ id, about: await aboutOf(tx, stored), openedAt });
  return open;
}
