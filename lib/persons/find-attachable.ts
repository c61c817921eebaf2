import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";

/** A user that can be attached by a mailed link. */
export interface Attachable {
  userId: string;
  stamp: number;
  identifier: string;
  email: string;
  locale: Locale;
  accountId: string;
  customerNumber: string;
  companyName: string;
  supplierId: string;
  supplierName: string;
}

interface AttachableRow extends Record<string, unknown> {
  user_id: string;
  stamp: number;
  identifier: string;
  email: string;
  locale: Attachable["locale"];
  account_id: string;
  customer_number: string;
  company_name: string;
  supplier_id: string;
  supplier_name: string;
}

/**
 * The user with this identifier or id in the whole installation, if it is an active user of a customer with a proven
 * address, a chosen password and an account that is not closed. Null otherwise, whether such a user exists or not.
 */
export async function findAttachable(
  tx: Transaction,
  who: { identifier: string } | { userId: string },
): Promise<Attachable | null> {
  const identifier = "identifier" in who ? who.identifier : null;
  const userId = "userId" in who ? who.userId : null;
  const [row] = await tx.execute<AttachableRow>(
    sql`select * from auth_attachable_user(${identifier}, ${userId})`,
  );
  if (!row) return null;
  return {
    userId: row.user_id,
    stamp: row.stamp,
    identifier: row.identifier,
    email: row.email,
    locale: row.locale,
    accountId: row.account_id,
    customerNumber: row.customer_number,
    companyName: row.company_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
  };
}
