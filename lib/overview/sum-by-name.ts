import { and, between, eq, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import type { PlainDate } from "@/lib/dates";
import type { Dimension } from "./overview-query";
import { type Spend, spendColumns } from "./spend";

/**
 * One line of the breakdown. `named`: one contract or vehicle; `others`: all those beyond the limit; `several`:
 * documents that name more than one, whose amount belongs to none of them alone; `unnamed`: documents that name none.
 */
export interface NameSpend extends Spend {
  kind: "named" | "others" | "several" | "unnamed";
  name: string | null;
  /** The number of contracts or vehicles in the line: 1 for `named`, 0 for `several` and `unnamed`. */
  names: number;
}

export interface NameSumRequest {
  from: PlainDate;
  to: PlainDate;
  currency: string;
  dimension: Dimension;
  /** The number of contracts or vehicles with their own line, largest net amount first. */
  limit: number;
}

/**
 * Sums the account's documents of a period and a currency by contract or vehicle. Each document is counted once, so
 * the lines add up to the whole period. A document that names several is not split, because its total does not say how
 * much is for each.
 */
export function sumByName(viewer: AccountReader, request: NameSumRequest): Promise<NameSpend[]> {
  const names = request.dimension === "contract" ? invoices.contracts : invoices.vehicles;
  return withSearch(viewer, async (tx) => {
    const grouped = tx
      .select({
        kind: sql<
          "named" | "several" | "unnamed"
        >`case cardinality(${names}) when 0 then 'unnamed' when 1 then 'named'
          else 'several' end`.as("kind"),
        name: sql<string | null>`case cardinality(${names}) when 1 then ${names}[1] end`.as("name"),
        ...spendColumns,
      })
      .from(invoices)
      .where(
        and(
          visibleInvoices(viewer),
          between(invoices.issuedOn, request.from, request.to),
          eq(invoices.currency, request.currency),
        ),
      )
      .groupBy(sql`1, 2`)
      .as("grouped");
    const net = sql`${grouped.invoicesMinor}::numeric + ${grouped.creditNotesMinor}::numeric`;
    const ranked = tx
      .select({
        kind: grouped.kind,
        name: grouped.name,
        invoicesMinor: grouped.invoicesMinor,
        creditNotesMinor: grouped.creditNotesMinor,
        invoiceCount: grouped.invoiceCount,
        creditNoteCount: grouped.creditNoteCount,
        net: sql`${net}`.as("net"),
        isShown: sql<boolean>`${grouped.kind} <> 'named'
          or row_number() over (partition by ${grouped.kind} order by ${net} desc, ${grouped.name}) <= ${request.limit}`.as(
          "is_shown",
        ),
      })
      .from(grouped)
      .as("ranked");
    const kind = sql<NameSpend["kind"]>`case when ${ranked.isShown} then ${ranked.kind} else 'others' end`;
    const name = sql<string | null>`case when ${ranked.isShown} then ${ranked.name} end`;
    return tx
      .select({
        kind,
        name,
        names: sql<number>`count(${ranked.name})::int`,
        invoicesMinor: sql`sum(${ranked.invoicesMinor}::numeric)::text`.mapWith(BigInt),
        creditNotesMinor: sql`sum(${ranked.creditNotesMinor}::numeric)::text`.mapWith(BigInt),
        invoiceCount: sql<number>`sum(${ranked.invoiceCount})::int`,
        creditNoteCount: sql<number>`sum(${ranked.creditNoteCount})::int`,
      })
      .from(ranked)
      .groupBy(sql`1, 2`)
      .orderBy(
        sql`array_position(array['named', 'others', 'several', 'unnamed'], ${kind})`,
        sql`sum(${ranked.net}) desc`,
        name,
      );
  });
}
