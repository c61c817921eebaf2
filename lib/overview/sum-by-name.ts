import { and, between, eq, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { DateRange } from "@/lib/months";
import { documentParts, SPEND_OF_PARTS } from "./document-parts";
import type { Dimension } from "./overview-query";
import { netOf, NO_SPEND, type Spend, spendOf, type SpendRow, totalOf } from "./spend";

/**
 * One line of the breakdown. `named`: one contract or vehicle; `others`: all those beyond the limit; `unsplit`: amounts
 * of documents that name several, of which the lines do not say whose they are; `unnamed`: documents that name none.
 * The amounts add up to the whole period; a document of several vehicles is counted on the line of each.
 */
export interface NameSpend extends Spend {
  kind: "named" | "others" | "unsplit" | "unnamed";
  name: string | null;
  /** The number of contracts or vehicles in the line: 1 for `named`, 0 for `unsplit` and `unnamed`. */
  names: number;
}

export interface NameSumRequest extends DateRange {
  currency: string;
  dimension: Dimension;
  /** Whether lines split the documents that name several (`MOST_WITH_LINES`). */
  readsLines: boolean;
}

/** The names that are read of one account, because nobody reads a longer page; the rest is added up. */
export const MOST_NAMES = 500;

/** Sums the account's documents of a period and a currency by contract or vehicle, fleets split by their lines. */
export async function sumByName(
  tx: Transaction,
  viewer: AccountReader,
  { from, to, currency, dimension, readsLines }: NameSumRequest,
): Promise<NameSpend[]> {
  const matching = and(between(invoices.issuedOn, from, to), eq(invoices.currency, currency));
  const rows = await tx.execute<SpendRow & Pick<NameSpend, "kind" | "name" | "names">>(sql`
    with ${documentParts(viewer, { matching, dimension, lines: readsLines ? "of_several" : "none" })}, grouped as (
      select case when name is not null then 'named' when name_count = 0 then 'unnamed' else 'unsplit' end as kind,
        name, ${SPEND_OF_PARTS}, sum(amount) as net
      from parts group by 1, 2
    ), ranked as (
      select *, row_number() over (partition by kind order by net desc, name) <= ${MOST_NAMES} as is_kept from grouped
    )
    select case when is_kept then kind else 'others' end as kind, case when is_kept then name end as name,
      count(name)::int as names, sum(invoices::numeric)::text as invoices,
      sum("creditNotes"::numeric)::text as "creditNotes", sum("invoiceCount")::int as "invoiceCount",
      sum("creditNoteCount")::int as "creditNoteCount"
    from ranked group by 1, 2`);
  return rows.map((row) => ({ ...spendOf(row), kind: row.kind, name: row.name, names: row.names }));
}

const ORDER = ["named", "others", "unsplit", "unnamed"] as const;

/**
 * Adds up the lines of several accounts: the largest named ones first, at most `limit`, then the sum of the others and
 * what belongs to none.
 */
export function mergeNames(lines: readonly NameSpend[], limit: number): NameSpend[] {
  const named = new Map<string, NameSpend>();
  for (const line of lines.filter(({ kind }) => kind === "named")) {
    const key = line.name ?? "";
    named.set(key, { ...line, ...totalOf([line, named.get(key) ?? NO_SPEND]) });
  }
  const ranked = [...named.values()].sort(compareNames);
  const rest = [
    ...lines.filter(({ kind }) => kind !== "named"),
    ...ranked.slice(limit).map((line) => ({ ...line, kind: "others" as const })),
  ];
  const sums = ORDER.slice(1).flatMap((kind): NameSpend[] => {
    const own = rest.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    return [{ kind, name: null, names: own.reduce((sum, { names }) => sum + names, 0), ...totalOf(own) }];
  });
  return [...ranked.slice(0, limit), ...sums];
}

function compareNames(a: NameSpend, b: NameSpend): number {
  const [first, second] = [netOf(a), netOf(b)];
  if (first !== second) return first > second ? -1 : 1;
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}
