import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";
import { findRemovedById, type RemovedInvoice } from "./find-removed";

/** A document removed from one of the person's accounts, with that account. */
export interface OwnRemoved {
  account: OwnAccount;
  document: RemovedInvoice;
}

/**
 * Finds a removed document by id in all accounts this person may open, each queried as its own user. Returns null if
 * it was removed from none of them.
 */
export async function findOwnRemoved(session: ReaderSession, id: string): Promise<OwnRemoved | null> {
  if (!isUuid(id)) return null;
  const found = await queryPerAccount(await listOwnAccounts(session), async (tx, account) => {
    const document = await findRemovedById(tx, account.viewer, id);
    return document && { account, document };
  });
  return found.find((one) => one !== null) ?? null;
}
