import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { isTooSlow } from "@/lib/access/query-failure";
import type { Manager } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import type { PlainDate } from "@/lib/dates";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { describeError, log } from "@/lib/log";
import type { Minor } from "@/lib/money";
import { monthsBack } from "@/lib/months";
import { isUuid } from "@/lib/uuid";
import { isAnnouncedMonth } from "./announcement";

/** The months that are compared, besides the current one. Each announcement counts the invoices of its account. */
const MONTHS_BEFORE = 2;
/** The months that are compared. */
export const COMPARED_MONTHS = MONTHS_BEFORE + 1;
const PAGE_SIZE = 50;

/** An announcement that does not agree with the documents on the portal. */
interface Difference {
  accountId: string;
  customerNumber: string;
  companyName: string;
  month: string;
  currency: string;
  announced: { documents: number; totalMinor: Minor };
  arrived: { documents: number; totalMinor: Minor };
}

/** A position in the list of differences; in URLs `2026-11_uuid_EUR`. */
export type DifferenceCursor = Pick<Difference, "month" | "accountId" | "currency">;

export interface Differences {
  differences: Difference[];
  next: DifferenceCursor | null;
  /** The announcements of these months. */
  announced: number;
}

interface Row extends Record<string, unknown> {
  account_id: string;
  customer_number: string;
  company_name: string;
  month: string;
  currency: string;
  document_count: number;
  total_minor: string;
  arrived_count: number;
  arrived_minor: string;
}

interface Wanted {
  today: PlainDate;
  after: DifferenceCursor | null;
  limit?: number;
}

/**
 * Lists the announcements of the current month and the two before that differ from the documents on the portal, by month,
 * the latest first. It counts many invoices, so it takes a turn like a search. Null when PostgreSQL took too long or no
 * turn was free: the page is shown without it.
 */
export async function listDifferences(viewer: Manager, wanted: Wanted): Promise<Differences | null> {
  try {
    return await readDifferences(viewer, wanted);
  } catch (error) {
    if (!isTooSlow(error) && !isUnavailable(error)) throw error;
    log("warn", "differences_not_read", { supplierId: viewer.supplierId, ...describeError(error) });
    return null;
  }
}

function readDifferences(viewer: Manager, { today, after, limit = PAGE_SIZE }: Wanted): Promise<Differences> {
  const first = monthsBack(today, MONTHS_BEFORE).at(-1) ?? today.slice(0, 7);
  const last = today.slice(0, 7);
  return withSearch(viewer, async (tx) => {
    const rows = await readRows(tx, viewer, { first, last, after, limit });
    const differences = rows.slice(0, limit).map(differenceOf);
    const lastShown = differences.at(-1);
    const [all] = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from invoice_announcements
      where supplier_id = ${viewer.supplierId} and month between ${first} and ${last}`);
    return { differences, next: rows.length > limit && lastShown ? lastShown : null, announced: all?.n ?? 0 };
  });
}

const readRows = (
  tx: Transaction,
  { supplierId }: Manager,
  {
    first,
    last,
    after,
    limit,
  }: { first: string; last: string; after: DifferenceCursor | null; limit: number },
) =>
  tx.execute<Row>(sql`
    select a.account_id, accounts.customer_number, ${ACCOUNT_NAME} as company_name, a.month, a.currency,
      a.document_count, a.total_minor::text, arrived.n as arrived_count, arrived.total::text as arrived_minor
    from invoice_announcements a
    join accounts on accounts.id = a.account_id
    join companies on companies.id = accounts.company_id
    cross join lateral (
      select count(*)::int as n, coalesce(sum(i.signed_with_vat_minor), 0)::bigint as total from invoices i
      where i.account_id = a.account_id and i.state = 'available' and i.currency = a.currency
        and i.issued_on >= (a.month || '-01')::date and i.issued_on < ((a.month || '-01')::date + interval '1 month')
    ) as arrived
    where a.supplier_id = ${supplierId} and a.month between ${first} and ${last}
      and (a.document_count <> arrived.n or a.total_minor <> arrived.total)
      ${
        after
          ? sql`and (a.month < ${after.month} or (a.month = ${after.month}
              and (a.account_id, a.currency) > (${after.accountId}::uuid, ${after.currency})))`
          : sql``
      }
    order by a.month desc nulls last, a.account_id, a.currency
    limit ${limit + 1}`);

const differenceOf = (row: Row): Difference => ({
  accountId: row.account_id,
  customerNumber: row.customer_number,
  companyName: row.company_name,
  month: row.month,
  currency: row.currency,
  announced: { documents: row.document_count, totalMinor: BigInt(row.total_minor) },
  arrived: { documents: row.arrived_count, totalMinor: BigInt(row.arrived_minor) },
});

/** Reads a position that `writeDifferenceCursor` wrote; null for anything else. */
export function readDifferenceCursor(text: string): DifferenceCursor | null {
  const [month = "", accountId = "", currency = ""] = text.split("_");
  const isValid = isAnnouncedMonth(month) && isUuid(accountId) && /^[A-Z]{3}$/.test(currency);
  return isValid ? { month, accountId, currency } : null;
}

/** Writes a position for a URL. */
export const writeDifferenceCursor = ({ month, accountId, currency }: DifferenceCursor): string =>
  `${month}_${accountId}_${currency}`;
