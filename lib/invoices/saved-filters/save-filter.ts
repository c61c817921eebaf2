import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { savedFilters } from "@/db/schema/saved-filters";
import { users } from "@/db/schema/users";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { takeChange } from "@/lib/limits/throttle";
import { listSavedFilters } from "./list-saved-filters";
import { LONGEST_FILTER_NAME, MAX_SAVED_FILTERS, type SavingRefusalReason } from "./saved-filter";

export type FilterSaving = { ok: true; name: string } | { ok: false; reason: SavingRefusalReason };

/**
 * Saves the filter of the list under a name, for this user alone; an existing filter with this name is replaced. Keeps
 * only the parameters of the query that the list itself writes, without the current page.
 */
export async function saveFilter(
  viewer: CustomerUser,
  { name: typed, query }: { name: string; query: string },
): Promise<FilterSaving> {
  const name = typed.replace(/[\s\p{C}]+/gu, " ").trim();
  if (name === "") return { ok: false, reason: "name_missing" };
  if (name.length > LONGEST_FILTER_NAME) return { ok: false, reason: "name_too_long" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  const kept = writeInvoiceQuery({
    ...readInvoiceQuery(new URLSearchParams(query)),
    page: { direction: "first" },
  }).slice(1);
  return withViewer(viewer, async (tx) => {
    // Locked, because two simultaneous requests could otherwise both pass the limit.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, viewer.userId)).for("update");
    const saved = await listSavedFilters(tx, viewer);
    const isNew = saved.every((one) => one.name !== name);
    if (isNew && saved.length >= MAX_SAVED_FILTERS) return { ok: false, reason: "too_many" };
    const { userId, accountId, supplierId } = viewer;
    const at = now();
    const [row] = await tx
      .insert(savedFilters)
      .values({ id: uuidv7(), supplierId, accountId, userId, name, query: kept, createdAt: at })
      .onConflictDoUpdate({ target: [savedFilters.userId, savedFilters.name], set: { query: kept } })
      .returning({ id: savedFilters.id });
    if (!row) throw new Error("A filter was not saved.");
    await recordAudit(tx, viewer, { action: "filter_saved", subjectId: row.id, at, details: { name } });
    return { ok: true, name };
  });
}
