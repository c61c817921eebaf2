import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { invoices } from "@/db/schema/invoices";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { todayIn } from "@/lib/dates";
import { revokeLinks } from "@/lib/links/revoke-links";
import { notBeingRaised } from "./not-being-raised";

const BATCH = 500;

/**
 * Closes the accounts in the state `closing` whose last invoice was removed. Then nobody can sign in to them any more,
 * and their direct links end. While a supplier's retention is being raised, its accounts wait. Safe to run twice; returns
 * how many were closed.
 */
export async function closeEmptiedAccounts(at: Date): Promise<number> {
  return withViewer({ kind: "job" }, async (tx) => {
    const zones = await tx.selectDistinct({ timeZone: suppliers.timeZone }).from(suppliers);
    let closed = 0;
    for (const { timeZone } of zones) {
      const remaining = tx
        .select({ one: sql`1` })
        .from(invoices)
        .where(
          and(
            eq(invoices.accountId, accounts.id),
            eq(invoices.state, "available"),
            sql`${invoices.removeAfter} >= ${todayIn(timeZone, at.getTime())}`,
          ),
        );
      const emptied = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .innerJoin(suppliers, eq(suppliers.id, accounts.supplierId))
        .where(
          and(
            eq(accounts.state, "closing"),
            eq(suppliers.timeZone, timeZone),
            notExists(remaining),
            notBeingRaised(tx),
          ),
        )
        .limit(BATCH)
        .for("no key update", { of: accounts, skipLocked: true });
      const ids = emptied.map(({ id }) => id);
      if (ids.length === 0) continue;
      await tx.update(accounts).set({ state: "closed" }).where(inArray(accounts.id, ids));
      for (const id of ids) await revokeLinks(tx, id, at);
      closed += ids.length;
    }
    return closed;
  });
}
