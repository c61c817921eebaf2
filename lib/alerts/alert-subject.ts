import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { AlertCondition, AlertSubject } from "@/lib/alert-conditions";
import { JOBS } from "@/lib/scheduled-jobs";

/** Returns what a stored alert is about, in the words that are told: the job, or the name of the supplier. */
export async function aboutOf(
  tx: Transaction,
  { condition, subject }: { condition: AlertCondition; subject: string },
): Promise<AlertSubject> {
  const job = JOBS.find((one) => one === subject) ?? null;
  if (condition !== "supplier_paused") return { condition, job, supplierName: null };
  const [found] = await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, subject));
  return { condition, job, supplierName: found?.name ?? null };
}
