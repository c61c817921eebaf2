import { and, gte, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import { COUNT_LIMIT } from "./invoice-summary";

/** Counts, for each start of a display history, the invoices it would show, up to COUNT_LIMIT + 1. */
export function countByHistory(viewer: AccountReader, starts: readonly PlainDate[]): Promise<number[]> {
  return withViewer(viewer, (tx) =>
    Promise.all(
      starts.map(async (since) => {
        const shown = tx
          .select({ one: sql`1`.as("one") })
          .from(invoices)
          .where(and(visibleInvoices(viewer), gte(invoices.issuedOn, since)))
          .limit(COUNT_LIMIT + 1)
          .as("shown");
        const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(shown);
        return row?.count ?? 0;
      }),
    ),
  );
}
