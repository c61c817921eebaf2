import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";
import { findRemovedById, type RemovedInvoice } from "./find-removed";

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
  const found = await queryPerAccount(await listOwnAccounts(session), async (tx, account) => {
    const document = await findRemovedById(tx, account.viewer, id);
    return document && { account, document };
  });
  return found.find((one) => one !== null) ?? null;
}
