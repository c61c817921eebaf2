import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { whyNotNotified } from "@/lib/mails/mailable-account";
import type { Channel, Preference } from "@/lib/preferences";

/**
 * Puts an invoice into its account's outbox, in the deposit's transaction. The preference is frozen here, the
 * recipient is found when the mail is made; paper chosen later stops what has not left by then. Paper and « none » are
 * kept as rows with nothing to send, so that "why did no mail come?" has an answer (R18, R22).
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
