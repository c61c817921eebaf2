import { and, eq } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";

/**
 * Deletes a supplier's state of an address, in the transaction that records the address again (R21), so that mails are
 * sent to it again. The states of other suppliers stay.
 */
export async function forgetAddress(tx: Transaction, supplierId: string, email: string): Promise<void> {
  await tx
    .delete(mailAddresses)
    .where(and(eq(mailAddresses.supplierId, supplierId), eq(mailAddresses.email, email.toLowerCase())));
}
