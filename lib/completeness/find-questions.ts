import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import { findGaps } from "./find-gaps";
import type { NumberGap } from "./number-gaps";

/** This year and the two before: longer than invoices are usually kept. */
const YEARS = 3;

/**
 * The questions about missing numbers of an account, latest first (`numberGaps` judges which series are its own). They
 * are no tasks: they are neither counted nor urgent.
 */
export async function findQuestions(
  tx: Transaction,
  viewer: AccountReader,
  today: PlainDate,
): Promise<NumberGap[]> {
  const thisYear = Number(today.slice(0, 4));
  const found = await Promise.all(
    Array.from({ length: YEARS }, (_, back) => findGaps(tx, viewer, thisYear - back)),
  );
  return found.flatMap((gaps) => gaps ?? []).sort((a, b) => (a.month < b.month ? 1 : -1));
}
