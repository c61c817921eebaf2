import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";

/** A user who can choose a new password with a link mailed to their address. */
export interface Recoverable {
  userId: string;
  accountId: string | null;
  identifier: string;
  /** The company's, or the supplier's for its staff. */
  companyName: string;
  customerNumber: string;
  locale: Locale;
  passwordChangedAt: Date | null;
  /** Whether other identifiers are attached to this one; a new password detaches them (decision 18). */
  isAttached: boolean;
}

interface RecoverableRow extends Record<string, unknown> {
  user_id: string;
  account_id: string | null;
  identifier: string;
  company_name: string;
  customer_number: string;
  locale: Recoverable["locale"];
  password_changed_at: Date | null;
  is_attached: boolean;
}

/**
 * The users with the viewer's address at the viewer's supplier (R5, R7): active users of accounts that are not
 * closed, and the supplier's staff; for a link made for one user, only that user. Only the recorded address counts:
 * an identifier that looks like an address is not used as one. Ordered by company and identifier.
 */
export async function findRecoverable(tx: Transaction): Promise<Recoverable[]> {
  const rows = await tx.execute<RecoverableRow>(sql`select * from auth_recoverable_users()`);
  return rows.map((row) => ({
    userId: row.user_id,
    accountId: row.account_id,
    identifier: row.identifier,
    companyName: row.company_name,
    customerNumber: row.customer_number,
    locale: row.locale,
    passwordChangedAt: row.password_changed_at,
    isAttached: row.is_attached,
  }));
}
