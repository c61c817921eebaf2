import type { SearchParams } from "@/lib/http/search-params";
import { searchParam } from "@/lib/http/search-params";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { type Count, type CurrencyTotal, totalsOf } from "./invoice-summary";
import type { Register } from "./open-register";

/** The invoices chosen in the list: rows of this page, or everything that matches. */
export interface Selection {
  /** Everything that matches: the filter is chosen, not the rows. */
  isAll: boolean;
  ids: ReadonlySet<string>;
  count: Count;
  /** Credit notes subtracted, by currency; empty when not all were counted. */
  totals: CurrencyTotal[];
  /** The parameters of the list, without its page, that the form of the choice sends. */
  kept: [name: string, value: string][];
  /** The same as a query string. */
  query: string;
  /** The same page with everything chosen; null when the page shows everything that matches. */
  allUrl: string | null;
  /** The same page with nothing chosen. */
  noneUrl: string;
}

/** Reads which invoices the URL chooses: `all=1`, or `chosen` for each of them, which counts only on the page that shows it. */
export function readSelection({ list, query }: Register, params: SearchParams): Selection {
  const isAll = searchParam(params, "all") === "1";
  const asked = new Set(idsOf(params));
  const rows = list.rows.filter(({ id }) => isAll || asked.has(id));
  const noneUrl = listPath(query);
  const first = { ...query, page: { direction: "first" } as const };
  const sent = writeInvoiceQuery(first);
  return {
    isAll,
    ids: new Set(rows.map(({ id }) => id)),
    count: isAll ? { value: list.count, isCapped: list.hasMore } : { value: rows.length, isCapped: false },
    totals: isAll
      ? list.totals
      : totalsOf(
          rows.map(({ currency, signedWithVatMinor, signedWithoutVatMinor }) => ({
            currency,
            withVatMinor: signedWithVatMinor,
            withoutVatMinor: signedWithoutVatMinor,
          })),
        ),
    kept: [...new URLSearchParams(sent)],
    query: sent,
    allUrl:
      isAll || (!list.hasMore && list.count <= list.rows.length)
        ? null
        : `${noneUrl}${noneUrl.includes("?") ? "&" : "?"}all=1`,
    noneUrl,
  };
}

function idsOf(params: SearchParams): string[] {
  if (params instanceof URLSearchParams) return params.getAll("chosen");
  return [params.chosen ?? []].flat();
}
