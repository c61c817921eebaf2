import { and, eq } from "drizzle-orm";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import type { AddressState } from "./delivery-event";

/**
 * Finds the state that stops mails of a supplier to an address (bounced, complained, suppressed); null without one.
 */
export async function findAddressState(
  tx: Transaction,
  supplierId: string,
  email: string,
): Promise<AddressState | null> {
  const [row] = await tx
    .select({ state: mailAddresses.state })
    .from(mailAddresses)
    .where(and(eq(mailAddresses.supplierId, supplierId), eq(mailAddresses.email, email.toLowerCase())));
  return row?.state ?? null;
}
