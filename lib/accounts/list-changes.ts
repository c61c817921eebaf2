import { and, asc, eq, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { accountCorrections } from "@/db/schema/account-corrections";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { visibleAccounts } from "@/lib/access/access";
import type { SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { type TimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { type AccountField, VALUE_COLUMNS } from "./account-values";

const PAGE_SIZE = 200;
/** Longer than any transaction that records a change: a change older than this is visible to every query. */
const SETTLED_MS = MINUTE_MS;

/**
 * Lists the accounts whose values the console changed after an instant, so that the supplier's own data can follow.
 * Each account has its current values, the fields that were changed and the time of the last of these changes. A
 * change that was undone is listed again. `next` is the cursor of the next page; null when nothing more has happened.
 * `until` is the instant from which to ask the next time so that no change is missed: it lies a minute back, so the
 * newest changes may be listed twice.
 */
export function listChanges(viewer: SupplierKey, after: TimeCursor) {
  const at = sql<Date>`coalesce(${accountCorrections.undoneAt}, ${accountCorrections.at})`.mapWith(
    accountCorrections.at,
  );
  return withViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: accountCorrections.id,
        accountId: accountCorrections.accountId,
        field: accountCorrections.field,
        at,
      })
      .from(accountCorrections)
      .where(
        and(
          eq(accountCorrections.supplierId, viewer.supplierId),
          sql`(${at}, ${accountCorrections.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(asc(at), asc(accountCorrections.id))
      .limit(PAGE_SIZE + 1);
    const shown = rows.slice(0, PAGE_SIZE);
    const ids = [...new Set(shown.map(({ accountId }) => accountId))];
    const found = await tx
      .select({
        id: accounts.id,
        customerNumber: accounts.customerNumber,
        ...VALUE_COLUMNS,
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        state: accounts.state,
      })
      .from(accounts)
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(and(visibleAccounts(viewer), isAmongIds(accounts.id, ids)));
    const last = shown.at(-1);
    return {
      accounts: ids.flatMap((id) => {
        const account = found.find((one) => one.id === id);
        const own = shown.filter(({ accountId }) => accountId === id);
        const changed: AccountField[] = [...new Set(own.map(({ field }) => field))];
        return account ? [{ ...account, changed, changedAt: own.at(-1)?.at ?? null }] : [];
      }),
      next: rows.length > PAGE_SIZE && last ? writeTimeCursor(last) : null,
      until: new Date(now().getTime() - SETTLED_MS),
    };
  });
}
