import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { addDays, formatTime, todayIn } from "@/lib/dates";
import {
  type FirstDeposit,
  type LateDeposit,
  lateDeposit,
  SILENT_AFTER_DAYS,
  USUAL_WEEKS,
} from "./late-deposit";

/** The days that are read: those that show what is usual, and those since the last deposit. */
const DAYS = 7 * USUAL_WEEKS + SILENT_AFTER_DAYS;

/**
 * Finds whether the supplier's usual deposit is late (`lateDeposit`). Reads the first deposit of each day with one look
 * at the index a day, however many files a day has.
 */
export async function findLateDeposit(
  tx: Transaction,
  { supplierId }: Manager,
  timeZone: string,
  at: Date,
): Promise<LateDeposit | null> {
  const today = todayIn(timeZone, at.getTime());
  const rows = await tx.execute<{ day: string; minute: number }>(sql`
    select days.day::date::text as day,
      (extract(hour from first_at.local) * 60 + extract(minute from first_at.local))::int as minute
    from generate_series(${addDays(today, -DAYS)}::timestamp, ${today}::timestamp, interval '1 day') as days(day)
    cross join lateral (
      select received_at at time zone ${timeZone} as local from deposits
      where supplier_id = ${supplierId}
        and received_at >= days.day at time zone ${timeZone}
        and received_at < (days.day + interval '1 day') at time zone ${timeZone}
      order by received_at nulls first, id nulls first limit 1
    ) as first_at`);
  const [hour = 0, minute = 0] = formatTime(at, timeZone).split(":").map(Number);
  const history: FirstDeposit[] = rows.map((row) => ({ day: row.day, minute: row.minute }));
  return lateDeposit(history, { day: today, minute: hour * 60 + minute });
}
