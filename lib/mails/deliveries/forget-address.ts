import { and, eq } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";

/**
 * Lets a supplier send mails to an address again, in the transaction that records it anew (R21): what this supplier knew
 * of the address is deleted, what other suppliers know stays.
 */
export async function forgetAddress(tx: Transaction, supplierId: string, email: string): Promise<void> {
  await tx
    .delete(mailAddresses)
    .where(and(eq(mailAddresses.supplierId, supplierId), eq(mailAddresses.email, email.toLowerCase())));
}
