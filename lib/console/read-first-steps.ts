import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { DAY_MS } from "@/lib/durations";

/** What brings a new supplier from nothing to its first delivered invoice, in this order. */
export type FirstStep = "settings" | "customers" | "deposits" | "invoice" | "mail";

/** After its first deposit a supplier knows the portal, also when none of its customers gets mails. */
const SHOWN_AFTER_DEPOSIT_MS = 7 * DAY_MS;

/**
 * Returns which first steps of the manager's supplier are done. Null once the first mail to a customer was delivered, and
 * a week after the first deposit.
 */
export async function readFirstSteps(
  tx: Transaction,
  { supplierId }: Manager,
  at: Date,
): Promise<Record<FirstStep, boolean> | null> {
  const [first] = await tx.execute<{ at: string | null }>(
    sql`select min(received_at) as at from deposits where supplier_id = ${supplierId}`,
  );
  const since = first?.at ? new Date(first.at) : null;
  if (since && at.getTime() - since.getTime() > SHOWN_AFTER_DEPOSIT_MS) return null;
  const [row] = await tx.execute<Record<FirstStep, boolean>>(sql`
    select
      exists (select from audit_events where supplier_id = ${supplierId}
        and action in ('supplier_settings_changed', 'supplier_logo_changed')) as settings,
      exists (select from accounts where supplier_id = ${supplierId}) as customers,
      exists (select from supplier_keys where supplier_id = ${supplierId})
        or exists (select from deposits where supplier_id = ${supplierId}) as deposits,
      exists (select from invoices where supplier_id = ${supplierId}) as invoice,
      exists (select from deliveries where supplier_id = ${supplierId} and account_id is not null
        and state = 'delivered') as mail`);
  if (!row || row.mail) return null;
  const { settings, customers, deposits, invoice, mail } = row;
  return { settings, customers, deposits, invoice, mail };
}
