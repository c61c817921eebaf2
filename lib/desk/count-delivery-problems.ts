import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { type Cause, CAUSES } from "./cause";
import { deliveryProblems, PROBLEM_COUNTS } from "./delivery-problems";

/** The row of `PROBLEM_COUNTS`. */
export interface CountsRow extends Record<string, unknown> {
  counts: string;
  is_cut: boolean;
}

/** The number of people on the desk for each cause, and in all. */
export interface ProblemCounts {
  counts: Record<Cause, number>;
  total: Count;
}

/** Counts the people on the desk for all causes; only the newest `MAX_PEOPLE` are counted. */
export async function countDeliveryProblems(tx: Transaction, viewer: StaffUser, at: Date): Promise<Count> {
  const [row] = await tx.execute<CountsRow>(sql`${deliveryProblems(viewer, at)} select ${PROBLEM_COUNTS}`);
  if (!row) throw new Error("The people on the desk were not counted.");
  return readCounts(row).total;
}

/** Turns the row into counts, with 0 for each cause that is not in it. */
export function readCounts({ counts: written, is_cut: isCapped }: CountsRow): ProblemCounts {
  const none = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>;
  const counts = { ...none, ...(JSON.parse(written) as Partial<Record<Cause, number>>) };
  return { counts, total: { value: Object.values(counts).reduce((sum, count) => sum + count, 0), isCapped } };
}
