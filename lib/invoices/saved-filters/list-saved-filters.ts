import { and, asc, eq } from "drizzle-orm";
import { savedFilters } from "@/db/schema/saved-filters";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { MAX_SAVED_FILTERS, type SavedFilter } from "./saved-filter";

/** Lists the viewer's own filters for the account, by name. */
export function listSavedFilters(tx: Transaction, viewer: AccountReader): Promise<SavedFilter[]> {
  return tx
    .select({ id: savedFilters.id, name: savedFilters.name, query: savedFilters.query })
    .from(savedFilters)
    .where(ownFilters(viewer))
    .orderBy(asc(savedFilters.name))
    .limit(MAX_SAVED_FILTERS);
}

/** The condition that selects a user's saved filters: nobody else sees, changes or removes them. */
export const ownFilters = ({ userId, accountId }: AccountReader) =>
  and(eq(savedFilters.userId, userId), eq(savedFilters.accountId, accountId));
