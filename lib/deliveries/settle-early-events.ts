import { mailEvents } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import { and, eq, isNull } from "drizzle-orm";
import { applyEvent, type DeliveredMail } from "./apply-event";

/**
 * Applies what the provider told about a mail before the portal wrote down that it was sent: a fast bounce, or any news
 * of a mail whose sender died right after the provider took it. The caller holds `lockMessage`.
 */
export async function settleEarlyEvents(
  tx: Transaction,
  mail: DeliveredMail,
  messageId: string,
): Promise<void> {
  const early = await tx
    .update(mailEvents)
    .set({ mailId: mail.id })
    .where(and(eq(mailEvents.messageId, messageId), isNull(mailEvents.mailId)))
    .returning({
      state: mailEvents.state,
      reason: mailEvents.reason,
      addressState: mailEvents.addressState,
      receivedAt: mailEvents.receivedAt,
    });
  for (const event of early) await applyEvent(tx, mail, event, event.receivedAt);
}
