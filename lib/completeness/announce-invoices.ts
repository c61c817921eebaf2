import { and, inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { invoiceAnnouncements } from "@/db/schema/announcements";
import { visibleAccounts } from "@/lib/access/access";
import type { Manager, SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { Announcement } from "./announcement";

type Announced = { ok: true } | { ok: false; reason: "customer_unknown"; customerNumbers: string[] };

/** The rows of one statement. */
const BATCH = 500;

/**
 * Records what a supplier announces; an announcement replaces the earlier one for the same account, month and currency.
 * All are recorded or none: customer numbers that no account has are returned.
 */
export async function announceInvoices(
  viewer: SupplierKey | Manager,
  announcements: readonly Announcement[],
): Promise<Announced> {
  const { supplierId } = viewer;
  const at = now();
  return withViewer(viewer, async (tx): Promise<Announced> => {
    const numbers = [...new Set(announcements.map(({ customerNumber }) => customerNumber))];
    const found = new Map<string, string>();
    for (let start = 0; start < numbers.length; start += BATCH) {
      const rows = await tx
        .select({ id: accounts.id, customerNumber: accounts.customerNumber })
        .from(accounts)
        .where(
          and(visibleAccounts(viewer), inArray(accounts.customerNumber, numbers.slice(start, start + BATCH))),
        );
      for (const { id, customerNumber } of rows) found.set(customerNumber, id);
    }
    const unknown = numbers.filter((number) => !found.has(number));
    if (unknown.length > 0) return { ok: false, reason: "customer_unknown", customerNumbers: unknown };
    const rows = announcements.flatMap(({ customerNumber, ...announcement }) => {
      const accountId = found.get(customerNumber);
      return accountId === undefined ? [] : [{ supplierId, accountId, ...announcement, announcedAt: at }];
    });
    // In one order, so that two transactions lock the rows in the same order.
    rows.sort(compareKeys);
    for (let start = 0; start < rows.length; start += BATCH)
      await tx
        .insert(invoiceAnnouncements)
        .values(rows.slice(start, start + BATCH))
        .onConflictDoUpdate({
          target: [invoiceAnnouncements.accountId, invoiceAnnouncements.month, invoiceAnnouncements.currency],
          set: {
            documentCount: sql`excluded.document_count`,
            totalMinor: sql`excluded.total_minor`,
            announcedAt: sql`excluded.announced_at`,
          },
        });
    const [only] = rows;
    await recordAudit(tx, viewer, {
      action: "invoices_announced",
      subjectId: rows.length === 1 && only ? only.accountId : supplierId,
      ...(rows.length === 1 && only && { accountId: only.accountId }),
      at,
      details: { count: rows.length },
    });
    return { ok: true };
  });
}

interface Key {
  accountId: string;
  month: string;
  currency: string;
}

/** Compares part by part, because a written key of 50,000 lines would be made a million times. */
function compareKeys(a: Key, b: Key): number {
  for (const part of ["accountId", "month", "currency"] as const)
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
}
