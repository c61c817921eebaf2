import { and, eq, inArray, isNull } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { SENT_TO_ACCOUNT, WITH_TOKEN } from "@/lib/mails/kinds/mail-kinds";

/**
 * Cancels the mails to an account's former address that are still in the queue: those with a link that no longer works
 * and, when there is no new address, also those about its invoices. With a new address, the mails about invoices stay in
 * the queue; returns their ids, locked, so that the caller readdresses them. A mail that may have arrived is not touched:
 * it is sent again unchanged or not at all.
 */
export async function cancelUnsentMails(
  tx: Transaction,
  account: { accountId: string; formerAddress: string; newAddress: string | null },
): Promise<string[]> {
  const unsent = and(
    eq(mails.accountId, account.accountId),
    eq(mails.recipient, account.formerAddress),
    eq(mails.state, "queued"),
    isNull(mails.mayHaveArrivedSince),
    isNull(mails.batchId),
  );
  const cancelled = account.newAddress === null ? [...WITH_TOKEN, ...SENT_TO_ACCOUNT] : WITH_TOKEN;
  await tx
    .update(mails)
    .set({ state: "cancelled", reason: "address_changed" })
    .where(and(unsent, inArray(mails.kind, cancelled)));
  if (account.newAddress === null) return [];
  const toReaddress = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(unsent, inArray(mails.kind, SENT_TO_ACCOUNT)))
    .for("update");
  return toReaddress.map(({ id }) => id);
}
