import type { CustomerSession } from "@/lib/auth/current-session";
import { findRemovedById, type RemovedInvoice } from "@/lib/invoices/find-removed";
import { isUuid } from "@/lib/uuid";
import { askEach } from "./ask-each";
import { listOwnAccounts } from "./list-own-accounts";
import type { OwnAccount } from "./own-account";

/** A document that left one of the person's accounts, and which. */
export interface OwnRemoved {
  account: OwnAccount;
  document: RemovedInvoice;
}

/**
 * The document of that id that left one of the accounts this person may open, each asked as its own user; null where it
 * left none of them.
 */
export async function findOwnRemoved(session: CustomerSession, id: string): Promise<OwnRemoved | null> {
  if (!isUuid(id)) return null;
  const found = await askEach(await listOwnAccounts(session), async (tx, account) => {
    const document = await findRemovedById(tx, account.viewer, id);
    return document && { account, document };
  });
  return found.find((one) => one !== null) ?? null;
}
