"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { saveFilter } from "@/lib/invoices/saved-filters/save-filter";

/** Saves the current search under a name. */
export const saveFilterAction = customerAction(
  { name: text(400), query: hidden(10_000) },
  async ({ viewer }, { name, query }) => {
    const path = readListPath(new URLSearchParams(query));
    const saving = await saveFilter(viewer, { name, query });
    return saving.ok
      ? say("/invoices", { saved: saving.name, path }, path)
      : refuse("/invoices", { ...saving, path }, path);
  },
);
