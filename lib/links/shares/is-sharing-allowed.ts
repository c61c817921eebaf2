import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";

/** Whether the supplier allows its customers to share invoices by links. */
export async function isSharingAllowed(tx: Transaction, supplierId: string): Promise<boolean> {
  const [supplier] = await tx
    .select({ allowsSharing: suppliers.allowsSharing })
    .from(suppliers)
    .where(eq(suppliers.id, supplierId));
  return supplier?.allowsSharing ?? false;
}
