import type { StaffUser } from "@/lib/access/viewer";
import { MAX_QUERY_MS } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import {
  type FoundAccount,
  type FoundMatch,
  MAX_FOUND,
  onlyInvoice,
} from "@/lib/accounts/search/found-account";
import { now } from "@/lib/clock";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import type { AccountFacts } from "./account-facts";
import type { AccountCursor, AccountQuery } from "./account-query";
import { countAccounts, countLists, type ListCounts } from "./count-lists";
import { queryCondition } from "./query-condition";
import { readAccountFacts } from "./read-account-facts";
import { selectAccountIds } from "./select-account-ids";

/** Accounts on one page. */
const PAGE_SIZE = 50;

/** An account on the page, with the parts that the search matched. */
export type ListedAccount = AccountFacts & { matches: readonly FoundMatch[] };

export interface AccountListResult {
  rows: ListedAccount[];
  /** Accounts of this list that match the search. */
  total: Count;
  counts: ListCounts;
  /** The number of all accounts of the supplier. */
  all: Count;
  previous: AccountCursor | null;
  next: AccountCursor | null;
  /** More accounts match the search than can be listed. */
  isCut: boolean;
  /**
   * The invoice whose complete number was searched for, when exactly one was found; the page redirects to its
   * account.
   */
  invoice: { accountId: string; invoiceId: string } | null;
}

/**
 * One page of the supplier's accounts: of a list, found by a search, or both. A search lists at most `MAX_FOUND`
 * accounts, the exact matches first, on one page.
 */
export function listAccounts(viewer: StaffUser, query: AccountQuery): Promise<AccountListResult> {
  const at = now();
  return withViewer(
    viewer,
    async (tx) => {
      const { condition, found } = await queryCondition(tx, viewer, query, at);
      const invoice = found && query.list === null && !found.isCut ? onlyInvoice(found.accounts) : null;
      const page = found ? ({ direction: "first" } as const) : query.page;
      const limit = found ? MAX_FOUND : PAGE_SIZE;
      const selected = await selectAccountIds(tx, viewer, { condition, sort: query.sort, page }, limit + 1);
      const shown = inReadingOrder(selected.slice(0, limit), page.direction === "before");
      const hasMore = selected.length > limit;
      const rows = await readAccountFacts(
        tx,
        viewer,
        shown.map(({ id }) => id),
      );
      const total = await countAccounts(tx, viewer, condition);
      const counts = await countLists(tx, viewer, at);
      const all = query.list === null && !found ? total : await countAccounts(tx, viewer, undefined);
      const [first = null, last = null] = [shown[0], shown.at(-1)];
      return {
        rows: withMatches(rows, found?.accounts ?? null, query),
        total,
        counts,
        all,
        previous: page.direction === "after" || (page.direction === "before" && hasMore) ? first : null,
        next: page.direction === "before" || hasMore ? last : null,
        isCut: found?.isCut ?? false,
        invoice,
      };
    },
    { longestQueryMs: MAX_QUERY_MS },
  );
}

const inReadingOrder = <Row>(rows: Row[], isBackward: boolean): Row[] =>
  isBackward ? rows.toReversed() : rows;

/** Adds the matches of the search. In the default order, exact matches come first. */
function withMatches(
  rows: readonly AccountFacts[],
  found: readonly FoundAccount[] | null,
  { sort }: AccountQuery,
): ListedAccount[] {
  if (!found) return rows.map((row) => ({ ...row, matches: [] }));
  const places = new Map(found.map(({ accountId, matches }, place) => [accountId, { place, matches }]));
  const listed = rows.map((row) => ({ ...row, matches: places.get(row.id)?.matches ?? [] }));
  if (sort.by !== "company" || sort.isDescending) return listed;
  const isExact = ({ matches }: ListedAccount) => matches.some((match) => match.isExact);
  return [...listed.filter(isExact), ...listed.filter((row) => !isExact(row))];
}
