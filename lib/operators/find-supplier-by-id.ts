import type { Transaction } from "@/db/transaction";
import { isUuid } from "@/lib/uuid";
import { type ListedSupplier, readSuppliers } from "./list-suppliers";

/** The supplier as operators see it; null when there is none. There are few suppliers, so it reads the list. */
export async function findSupplierById(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<ListedSupplier | null> {
  if (!isUuid(id)) return null;
  return (await readSuppliers(tx, at)).find((one) => one.id === id) ?? null;
}
