import { eq } from "drizzle-orm";
import { mailEvents } from "@/db/schema/mail-addresses";
import { mails } from "@/db/schema/mails";
import { withViewer } from "@/lib/access/with-viewer";
import { applyEvent } from "./apply-event";
import type { DeliveryEvent } from "./delivery-event";
import { lockMessages } from "./lock-messages";

/**
 * Records an event of the mail provider about a mail, each event once (security T17): `seen` when it is recorded
 * already. An event whose mail is not found is stored without effect: it may have arrived before the mail was
 * recorded as sent (`settleEarlyEvents`).
 */
export function recordEvent(event: DeliveryEvent, at: Date): Promise<"recorded" | "seen" | "no_mail"> {
  return withViewer({ kind: "job" }, async (tx) => {
    await lockMessages(tx, [event.messageId]);
    const [mail] = await tx
      .select({
        id: mails.id,
        supplierId: mails.supplierId,
        accountId: mails.accountId,
        recipient: mails.recipient,
      })
      .from(mails)
      .where(eq(mails.providerMessageId, event.messageId));
    const added = await tx
      .insert(mailEvents)
      .values({ ...event, mailId: mail?.id ?? null, receivedAt: at })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id });
    if (added.length === 0) return "seen";
    if (!mail) return "no_mail";
    await applyEvent(tx, mail, event, at);
    return "recorded";
  });
}
