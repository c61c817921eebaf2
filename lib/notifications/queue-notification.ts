import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { whyNotNotified } from "@/lib/mails/mailable-account";
import type { Channel, Preference } from "@/lib/preferences";

/**
 * Records the notification of an invoice, in the deposit's transaction. The preference is fixed here; the recipient
 * is read when the mail is made; a later change to paper stops mails that were not sent yet. Paper and « none » also
 * get a row, without a mail, so that "why did no mail come?" has an answer (R18, R22).
 */
export async function queueNotification(
  tx: Transaction,
  deposit: {
    supplierId: string;
    invoiceId: string;
    customer: {
      accountId: string;
      preference: Preference;
      channel: Channel;
    };
    at: Date;
  },
): Promise<void> {
  const { accountId, preference, channel } = deposit.customer;
  await tx.insert(notifications).values({
    supplierId: deposit.supplierId,
    accountId,
    invoiceId: deposit.invoiceId,
    preference,
    channel,
    state: whyNotNotified({ channel, preference }) === null ? "waiting" : "nothing_to_send",
    createdAt: deposit.at,
  });
}
