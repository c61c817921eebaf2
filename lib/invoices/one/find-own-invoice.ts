import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";

/** An invoice of another account of the person, with that account. */
export interface OwnInvoice {
  account: OwnAccount;
  invoice: ListedInvoice;
}

/**
 * Finds an invoice in the person's other accounts, each queried as its own user. Returns null if none holds it,
 * exactly as for an invoice that does not exist.
 */
export async function findOwnInvoice(session: ReaderSession, id: string): Promise<OwnInvoice | null> {
  if (!isUuid(id)) return null;
  const others = (await listOwnAccounts(session)).filter(({ isCurrent }) => !isCurrent);
  const found = await queryPerAccount(others, async (tx, account) => {
    const [invoice] = await tx
      .select(LISTED_COLUMNS)
      .from(invoices)
      .where(and(eq(invoices.id, id), visibleInvoices(account.viewer)));
    return invoice ? { account, invoice } : null;
  });
  return found.find((one) => one !== null) ?? null;
}
