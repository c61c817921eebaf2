import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** Returns whether a user of the whole installation already has this address or identifier (R3). */
export async function isAddressKnown(tx: Transaction, address: string): Promise<boolean> {
  const [row] = await tx.execute<{ known: boolean }>(sql`select auth_is_address_known(${address}) as known`);
  return row?.known ?? true;
}
