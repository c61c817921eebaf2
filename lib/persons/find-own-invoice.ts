import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/auth/access";
import type { CustomerSession } from "@/lib/auth/current-session";
import { withViewer } from "@/lib/auth/with-viewer";
import { isUuid } from "@/lib/uuid";
import { and, eq } from "drizzle-orm";
import { listOwnAccounts } from "./list-own-accounts";
import type { OwnAccount } from "./own-account";

/**
 * The other account of this person in which the invoice is, each asked as its own user; null where it is in none of
 * them, which is no different from not being at all.
 */
export async function findOwnInvoice(session: CustomerSession, id: string): Promise<OwnAccount | null> {
  if (!isUuid(id)) return null;
  for (const account of await listOwnAccounts(session)) {
    if (account.isCurrent) continue;
    const [found] = await withViewer(account.viewer, (tx) =>
      tx
        .select({ id: invoices.id })
        .from(invoices)
        .where(and(eq(invoices.id, id), visibleInvoices(account.viewer))),
    );
    if (found) return account;
  }
  return null;
}
