import { and, eq, inArray, isNull } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { SENT_TO_ACCOUNT, WITH_TOKEN } from "@/lib/mails/kinds/mail-kinds";

/**
 * Cancels mails of an account to its former address that surely did not arrive: those whose link ended and, when there
 * is no new address, those about invoices. Mails that may have arrived stay as they are; their bytes never change.
 * Returns the ids of the mails to send to the new address, locked.
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
  const moving = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(unsent, inArray(mails.kind, SENT_TO_ACCOUNT)))
    .for("update");
  return moving.map(({ id }) => id);
}
