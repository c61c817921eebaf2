import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";

/** Days of the chart, today among them. */
const MAIL_DAYS = 30;
/** A mail that the receiving server accepted later than this counts as delayed. */
const DELAYED_AFTER_SECONDS = 600;
/** Only this many of the newest mails are counted, which limits the response time of the page. */
const MAX_MAILS = 20_000;

/** The delivery states of the mails sent on one day. */
interface MailDay {
  day: PlainDate;
  delivered: number;
  /** Not accepted yet, or accepted late. */
  delayed: number;
  /** Refused, marked as unwanted, or not deliverable. */
  bounced: number;
}

export interface MailDays {
  /** One for each of the last 30 days, the oldest first. */
  days: MailDay[];
  total: Omit<MailDay, "day">;
  /** Seconds from the deposit to the delivery: half of the mails were faster. Null without any. */
  medianSeconds: number | null;
  /** The same for 95 in 100 mails. */
  p95Seconds: number | null;
  activationsSent: number;
  activationsUsed: number;
  /** The number of mails counted, when there were more; else null. */
  cutAt: number | null;
}

interface Row extends Record<string, unknown> {
  /** Null in the row of the totals. */
  day: PlainDate | null;
  delivered: number;
  delayed: number;
  bounced: number;
  median: number | null;
  p95: number | null;
  mails: number;
  /** People to whom an activation was mailed, and who used it. */
  activations: number;
  used: number;
}

/**
 * Counts the supplier's mails of the last 30 days by delivery state and by day in its time zone. Reads the newest 20,000
 * mails at most.
 */
export async function readMailDays(
  tx: Transaction,
  { supplierId }: StaffUser,
  timeZone: string,
  at: Date,
): Promise<MailDays> {
  const today = todayIn(timeZone, at.getTime());
  const first = addDays(today, 1 - MAIL_DAYS);
  const rows = await tx.execute<Row>(sql`
    with recent as materialized (
      select id, case kind when 'activation' then user_id end as activated_id, created_at, sent_at from mails
      where supplier_id = ${supplierId} and sent_at >= (${first}::timestamp at time zone ${timeZone})
      order by sent_at desc nulls last limit ${MAX_MAILS}
    ), arrived as (
      select (recent.sent_at at time zone ${timeZone})::date as day, d.state, recent.activated_id,
        (select password_changed_at from users where id = recent.activated_id) >= recent.created_at as is_used,
        extract(epoch from d.updated_at - recent.created_at)::float8 as seconds,
        extract(epoch from d.updated_at - recent.sent_at) > ${DELAYED_AFTER_SECONDS} as is_late
      from recent left join deliveries d on d.mail_id = recent.id
    )
    select day::text, count(*)::int as mails,
      (count(*) filter (where state = 'delivered' and not is_late))::int as delivered,
      (count(*) filter (where state = 'delayed' or (state = 'delivered' and is_late)))::int as delayed,
      (count(*) filter (where state in ('bounced', 'complained', 'undeliverable')))::int as bounced,
      percentile_disc(0.5) within group (order by seconds) filter (where state = 'delivered') as median,
      percentile_disc(0.95) within group (order by seconds) filter (where state = 'delivered') as p95,
      count(distinct activated_id)::int as activations,
      (count(distinct activated_id) filter (where is_used))::int as used
    from arrived group by grouping sets ((day), ())`);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const total = byDay.get(null);
  const countsOf = (row: Row | undefined) => ({
    delivered: row?.delivered ?? 0,
    delayed: row?.delayed ?? 0,
    bounced: row?.bounced ?? 0,
  });
  return {
    days: Array.from({ length: MAIL_DAYS }, (_, index) => {
      const day = addDays(first, index);
      return { day, ...countsOf(byDay.get(day)) };
    }),
    total: countsOf(total),
    medianSeconds: total?.median ?? null,
    p95Seconds: total?.p95 ?? null,
    activationsSent: total?.activations ?? 0,
    activationsUsed: total?.used ?? 0,
    cutAt: (total?.mails ?? 0) >= MAX_MAILS ? MAX_MAILS : null,
  };
}
