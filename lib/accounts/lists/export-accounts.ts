import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { AccountFacts } from "./account-facts";
import type { AccountPage, AccountQuery } from "./account-query";
import { queryCondition } from "./query-condition";
import { readAccountFacts } from "./read-account-facts";
import { selectAccountIds } from "./select-account-ids";

const PAGE_SIZE = 500;

/** Yields all accounts of a list or search, sorted like it, in pages. Each page is read in a separate transaction. */
export async function* exportAccounts(
  viewer: StaffUser,
  query: Pick<AccountQuery, "q" | "list" | "sort">,
): AsyncGenerator<AccountFacts[], void, void> {
  const at = now();
  let page: AccountPage = { direction: "first" };
  for (;;) {
    const from: AccountPage = page;
    const { rows, last } = await withViewer(viewer, async (tx) => {
      const { condition } = await queryCondition(tx, viewer, query, at);
      const selected = await selectAccountIds(
        tx,
        viewer,
        { condition, sort: query.sort, page: from },
        PAGE_SIZE,
      );
      const ids = selected.map(({ id }) => id);
      return {
        rows: await readAccountFacts(tx, viewer, ids),
        last: selected.length === PAGE_SIZE ? selected.at(-1) : undefined,
      };
    });
    yield rows;
    if (!last) return;
    page = { direction: "after", cursor: last };
  }
}
