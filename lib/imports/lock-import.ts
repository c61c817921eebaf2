import { and, eq } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { isUuid } from "@/lib/uuid";

/** An import of the viewer's supplier, locked until the end of the transaction; undefined for an unknown id. */
export async function lockImport(tx: Transaction, viewer: StaffUser, importId: string) {
  if (!isUuid(importId)) return undefined;
  const [found] = await tx
    .select({ state: accountImports.state, heads: accountImports.heads, columns: accountImports.columns })
    .from(accountImports)
    .where(and(eq(accountImports.id, importId), eq(accountImports.supplierId, viewer.supplierId)))
    .for("no key update");
  return found;
}
