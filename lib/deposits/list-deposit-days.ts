import { sql } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import { startOfDay } from "./on-day";

/** The days of one page of the list. */
const PAGE_DAYS = 14;

/** What one key or person deposited on one day. A supplier's software sends one file a request. */
export interface DepositDay {
  day: PlainDate;
  /** The time of the first file. */
  firstAt: Date;
  /** Who deposited: the id is that of the key or the user. */
  by: { id: string; kind: "key" | "person"; name: string } | null;
  accepted: number;
  refused: number;
  /** The accepted documents with VAT, credit notes counted negative; one for each currency. */
  totals: { currency: string; totalMinor: Minor }[];
}

interface DepositDays {
  days: DepositDay[];
  /** The next page shows deposits before this day; null on the last page. */
  before: PlainDate | null;
}

interface Row extends Record<string, unknown> {
  day: PlainDate;
  by_id: string | null;
  is_person: boolean | null;
  name: string | null;
  first_at: string;
  accepted: number;
  refused: number;
  /** A JSON object: the sum of each currency. */
  totals: string | null;
}

/**
 * Lists the deposits of the manager's supplier by day and depositor, newest first: fourteen days that end with the last
 * day with a deposit before `before`.
 */
export async function listDepositDays(
  tx: Transaction,
  { supplierId }: Manager,
  { timeZone, before }: { timeZone: string; before: PlainDate | null },
): Promise<DepositDays> {
  const end = before === null ? null : startOfDay(before, timeZone);
  const last = await lastBefore(tx, supplierId, end);
  if (last === null) return { days: [], before: null };
  const lastDay = todayIn(timeZone, last.getTime());
  const firstDay = addDays(lastDay, 1 - PAGE_DAYS);
  const from = startOfDay(firstDay, timeZone);
  const until = startOfDay(addDays(lastDay, 1), timeZone);
  const rows = await tx.execute<Row>(sql`
    with received as (
      select (d.received_at at time zone ${timeZone})::date as day, d.received_at as at,
        coalesce(d.user_id, d.supplier_key_id) as by_id, d.user_id is not null as is_person,
        1 as accepted, 0 as refused, i.currency, i.signed_with_vat_minor as total
      from deposits d left join invoices i on i.deposit_id = d.id
      where d.supplier_id = ${supplierId} and d.received_at >= ${from} and d.received_at < ${until}
      union all
      select (r.last_refused_at at time zone ${timeZone})::date, r.last_refused_at,
        coalesce(r.user_id, r.supplier_key_id), r.user_id is not null, 0, 1, null, null
      from refused_files r
      where r.supplier_id = ${supplierId} and r.last_refused_at >= ${from} and r.last_refused_at < ${until}
    ), by_currency as (
      select day, by_id, is_person, currency, min(at) as first_at, sum(accepted)::int as accepted,
        sum(refused)::int as refused, sum(total) as total
      from received group by day, by_id, is_person, currency
    )
    select b.day::text, b.by_id, b.is_person, min(b.first_at) as first_at, sum(b.accepted)::int as accepted,
      sum(b.refused)::int as refused,
      jsonb_object_agg(b.currency, b.total::text) filter (where b.currency is not null)::text as totals,
      min(coalesce(coalesce(nullif(u.name, ''), u.identifier), k.name)) as name
    from by_currency b
    left join users u on b.is_person and u.id = b.by_id
    left join supplier_keys k on not b.is_person and k.id = b.by_id
    group by b.day, b.by_id, b.is_person
    order by b.day desc, first_at desc`);
  const older = await lastBefore(tx, supplierId, from);
  return { days: rows.map(dayOf), before: older === null ? null : firstDay };
}

const dayOf = (row: Row): DepositDay => ({
  day: row.day,
  firstAt: new Date(row.first_at),
  by:
    row.by_id === null
      ? null
      : { id: row.by_id, kind: row.is_person ? "person" : "key", name: row.name ?? "" },
  accepted: row.accepted,
  refused: row.refused,
  totals: Object.entries(JSON.parse(row.totals ?? "{}") as Record<string, string>)
    .map(([currency, total]) => ({ currency, totalMinor: BigInt(total) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
});

/** The last deposit or refusal before an instant; null when there is none. */
async function lastBefore(
  tx: Transaction,
  supplierId: string,
  end: ReturnType<typeof startOfDay> | null,
): Promise<Date | null> {
  const before = (column: string) => (end ? sql`and ${sql.identifier(column)} < ${end}` : sql``);
  const rows = await tx.execute<{ at: string | null }>(sql`
    select greatest(
      (select received_at from deposits where supplier_id = ${supplierId} ${before("received_at")}
        order by received_at desc nulls last, id desc nulls last limit 1),
      (select last_refused_at from ${refusedFiles} where supplier_id = ${supplierId} ${before("last_refused_at")}
        order by last_refused_at desc nulls last, id desc nulls last limit 1)
    ) as at`);
  return rows[0]?.at ? new Date(rows[0].at) : null;
}
