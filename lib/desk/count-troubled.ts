import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type Cause, CAUSES } from "./cause";
import { troubledPeople } from "./troubled-people";

/** Returns the number of people on the desk for each cause. */
export async function countTroubled(
  tx: Transaction,
  viewer: StaffUser,
  at: Date,
): Promise<Record<Cause, number>> {
  const counted = await tx.execute<{ cause: Cause; count: number }>(
    sql`${troubledPeople(viewer, at)} select cause, count(*)::int as count from troubled group by cause`,
  );
  const counts = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>;
  for (const { cause, count } of counted) counts[cause] = count;
  return counts;
}

/** Returns the number of people on the desk, whatever the cause. */
export const sumOfCauses = (counts: Record<Cause, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
