import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/auth/access";
import type { CustomerSession } from "@/lib/auth/current-session";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/select-invoices";
import { isUuid } from "@/lib/uuid";
import { and, eq } from "drizzle-orm";
import { askEach } from "./ask-each";
import { listOwnAccounts } from "./list-own-accounts";
import type { OwnAccount } from "./own-account";

/** An invoice of another account of the person, and of which. */
export interface OwnInvoice {
  account: OwnAccount;
  invoice: ListedInvoice;
}

/**
 * The invoice and the other account of this person it is in, each asked as its own user; null where it is in none of
 * them, which is no different from not being at all.
 */
export async function findOwnInvoice(session: CustomerSession, id: string): Promise<OwnInvoice | null> {
  if (!isUuid(id)) return null;
  const others = (await listOwnAccounts(session)).filter(({ isCurrent }) => !isCurrent);
  const found = await askEach(others, async (tx, account) => {
    const [invoice] = await tx
      .select(LISTED_COLUMNS)
      .from(invoices)
      .where(and(eq(invoices.id, id), visibleInvoices(account.viewer)));
    return invoice ? { account, invoice } : null;
  });
  return found.find((one) => one !== null) ?? null;
}
