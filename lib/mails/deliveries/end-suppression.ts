import { and, eq } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";

/** Deletes a suppression, since a delivered mail proves that the provider lifted it. A bounce or complaint stays. */
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
