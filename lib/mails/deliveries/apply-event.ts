import { eq, inArray } from "drizzle-orm";
import { deliveries } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { normalizeMailAddress } from "@/lib/mail-address";
import { takeByAttachment, undoAttachment } from "@/lib/takings/take-by-attachment";
import { type DeliveryEvent, statesBefore } from "./delivery-event";
import { endSuppression } from "./end-suppression";
import { recordAddressState } from "./record-address-state";

/** States of a mail that its recipient does not have. */
const NOT_RECEIVED: ReadonlySet<DeliveryEvent["state"]> = new Set(["bounced", "undeliverable"]);

/** The mail of an event. */
export interface DeliveredMail {
  id: string;
  /** Null for a mail of the installation itself: no supplier watches its address. */
  supplierId: string | null;
  accountId: string | null;
  recipient: string;
}

/**
 * Moves a mail's delivery forward, never back, and records the address state given by the event. A
 * delivered mail with the original attached takes the invoice, until it bounces after all. An event about other
 * addresses only, such as a bounce from a mailbox to which the recipient forwards, says nothing about this mail: its
 * reason is only noted, for the supplier's staff.
 */
export async function applyEvent(
  tx: Transaction,
  mail: DeliveredMail,
  event: Omit<DeliveryEvent, "id" | "messageId">,
  at: Date,
): Promise<void> {
  const { supplierId, accountId, recipient } = mail;
  const { state, reason, addressState, serverAnswer } = event;
  if (event.recipients !== null && !event.recipients.includes(normalizeMailAddress(recipient))) {
    if (reason)
      await tx.update(deliveries).set({ forwardReason: reason }).where(eq(deliveries.mailId, mail.id));
    return;
  }
  const moved = await tx
    .insert(deliveries)
    .values({ mailId: mail.id, supplierId, accountId, state, reason, serverAnswer, updatedAt: at })
    .onConflictDoUpdate({
      target: deliveries.mailId,
      set: { state, reason, serverAnswer, updatedAt: at },
      setWhere: inArray(deliveries.state, statesBefore(state)),
    })
    .returning({ mailId: deliveries.mailId });
  if (supplierId === null) return;
  if (addressState && reason)
    await recordAddressState(tx, {
      ...{ supplierId, email: recipient, state: addressState },
      ...{ reason, serverAnswer, at },
    });
  if (moved.length > 0 && state === "delivered") await takeByAttachment(tx, mail.id, at);
  if (moved.length > 0 && NOT_RECEIVED.has(state)) await undoAttachment(tx, mail.id, at);
  if (state === "delivered") await endSuppression(tx, supplierId, recipient);
}
