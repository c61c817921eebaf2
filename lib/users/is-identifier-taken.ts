import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** Returns whether a user of the whole installation already has this identifier. */
export async function isIdentifierTaken(tx: Transaction, identifier: string): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select auth_is_identifier_taken(${identifier}) as taken`,
  );
  return row?.taken ?? true;
}
