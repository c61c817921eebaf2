import { randomUUID } from "node:crypto";
import { settledNumbers } from "@/db/schema/takings";
import type { CustomerUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { PlainDate } from "@/lib/dates";
import { takeChange } from "@/lib/limits/throttle";
import { findQuestions } from "./find-questions";

/** The answer names this many of the numbers and counts the others: it goes into a cookie (`lib/http/flash.ts`). */
const NAMED = 3;

type NumbersSettled =
  { ok: true; first: string[]; count: number } | { ok: false; reason: "not_found" | "too_often" };

/**
 * « Ce n'est pas pour nous »: the missing numbers after this one are not asked about any more, for the whole account.
 * Returns the first of the numbers, and how many there are. Refuses a gap that is no question of the account, or not
 * any more, and too many changes in a day.
 */
export async function settleNumbers(
  viewer: CustomerUser,
  { after, today }: { after: string; today: PlainDate },
): Promise<NumbersSettled> {
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  return withSearch(viewer, async (tx) => {
    const gap = (await findQuestions(tx, viewer, today)).find((one) => one.after === after);
    if (!gap) return { ok: false, reason: "not_found" };
    const { supplierId, accountId, userId } = viewer;
    const at = now();
    await tx
      .insert(settledNumbers)
      .values(gap.missing.map((number) => ({ supplierId, accountId, number, userId, settledAt: at })))
      .onConflictDoNothing();
    await recordAudit(tx, viewer, {
      action: "number_settled",
      subjectId: randomUUID(),
      supplierId,
      at,
      details: { numbers: gap.missing },
    });
    return { ok: true, first: gap.missing.slice(0, NAMED), count: gap.missing.length };
  });
}
