import { and, eq } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";

/** A mail that arrived proves that the provider's suppression is over; a bounce or complaint stays known. */
export async function endSuppression(tx: Transaction, supplierId: string, email: string): Promise<void> {
  await tx
    .delete(mailAddresses)
    .where(
      and(
        eq(mailAddresses.supplierId, supplierId),
        eq(mailAddresses.email, email.toLowerCase()),
        eq(mailAddresses.state, "suppressed"),
      ),
    );
}
