"use server";

import { goTo, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { removeSavedFilter } from "@/lib/invoices/saved-filters/remove-saved-filter";

/** Removes one of the user's own saved filters. */
export const removeFilterAction = customerAction(
  { id: hidden(100), query: hidden(10_000) },
  async ({ viewer }, { id, query }) => {
    const path = readListPath(new URLSearchParams(query));
    const removed = await removeSavedFilter(viewer, id);
    return removed === null ? goTo(path) : say("/invoices", { removed, path }, path);
  },
);
