import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import { startOfDay } from "./on-day";

/** Days of the chart, today among them. */
const VOLUME_DAYS = 30;
/** The newest files that are counted, which limits the response time of the page. */
const MAX_COUNTED = 200_000;

interface VolumeDay {
  day: PlainDate;
  accepted: number;
  refused: number;
}

export interface DepositVolume {
  /** One for each of the last 30 days, the oldest first. */
  days: VolumeDay[];
  total: { accepted: number; refused: number };
}

/** Counts the accepted and refused files of the last 30 days, by day in the supplier's time zone. */
export async function readDepositVolume(
  tx: Transaction,
  { supplierId }: Manager,
  timeZone: string,
  at: Date,
): Promise<DepositVolume> {
  const today = todayIn(timeZone, at.getTime());
  const first = addDays(today, 1 - VOLUME_DAYS);
  const rows = await tx.execute<{ day: PlainDate; accepted: number; refused: number }>(sql`
    select (at at time zone ${timeZone})::date::text as day,
      (count(*) filter (where is_accepted))::int as accepted, (count(*) filter (where not is_accepted))::int as refused
    from (
      (select received_at as at, true as is_accepted from deposits
        where supplier_id = ${supplierId} and received_at >= ${startOfDay(first, timeZone)}
        order by received_at desc nulls last limit ${MAX_COUNTED})
      union all
      (select last_refused_at, false from refused_files
        where supplier_id = ${supplierId} and last_refused_at >= ${startOfDay(first, timeZone)}
        order by last_refused_at desc nulls last limit ${MAX_COUNTED})
    ) as files group by 1`);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const days = Array.from({ length: VOLUME_DAYS }, (_, index) => {
    const day = addDays(first, index);
    const { accepted = 0, refused = 0 } = byDay.get(day) ?? {};
    return { day, accepted, refused };
  });
  const sumOf = (name: "accepted" | "refused") => days.reduce((sum, day) => sum + day[name], 0);
  return { days, total: { accepted: sumOf("accepted"), refused: sumOf("refused") } };
}
