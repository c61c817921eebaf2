import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { mailEvents } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import { applyEvent, type DeliveredMail } from "./apply-event";

/**
 * Applies the events about these mails, by the provider's message ids, that arrived before the mails were recorded as
 * sent: a fast bounce, or any event of a mail whose sender process died right after the provider accepted it. The
 * caller has called `lockMessages`.
 */
export async function settleEarlyEvents(
  tx: Transaction,
  sent: ReadonlyMap<string, DeliveredMail>,
): Promise<void> {
  const early = await tx
    .select()
    .from(mailEvents)
    .where(and(inArray(mailEvents.messageId, [...sent.keys()]), isNull(mailEvents.mailId)))
    .orderBy(asc(mailEvents.receivedAt));
  for (const { id, messageId, receivedAt, ...event } of early) {
    const mail = sent.get(messageId);
    if (!mail) continue;
    await tx.update(mailEvents).set({ mailId: mail.id }).where(eq(mailEvents.id, id));
    await applyEvent(tx, mail, event, receivedAt);
  }
}
