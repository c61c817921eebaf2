import { and, eq, ne } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";

/** Whether the domain was verified to be another supplier's: a domain belongs to one supplier only. */
export async function isDomainTaken(
  tx: Transaction,
  { supplierId }: Manager,
  domain: string,
): Promise<boolean> {
  const [owner] = await tx
    .select({ id: suppliers.id })
    .from(suppliers)
    .where(and(eq(suppliers.verifiedDomain, domain), ne(suppliers.id, supplierId)));
  return owner !== undefined;
}
